import type { ProviderView } from '@switchboard/contracts';
import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  features: ProviderView['features'];
  chosen: readonly string[];
  /** Already granted: shown and not to be taken back here. */
  granted?: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** What will be accessed, one box each; what the provider always needs cannot be unticked. */
export function FeatureBoxes({ features, chosen, granted = [], onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" role="group" aria-label={t('connect.access')}>
      {features.map((feature) => {
        const fixed = feature.required || granted.includes(feature.id);
        const within = features.find(({ id, includes }) => chosen.includes(id) && includes.includes(feature.id));
        return (
          <Checkbox
            key={feature.id}
            checked={fixed || chosen.includes(feature.id) || within !== undefined}
            disabled={fixed || within !== undefined}
            label={feature.title}
            description={
              granted.includes(feature.id)
                ? t('connect.alreadyGranted')
                : within
                  ? t('connect.includedIn', { feature: within.title })
                  : feature.description
            }
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, feature.id] : chosen.filter((id) => id !== feature.id))
            }
          />
        );
      })}
    </Stack>
  );
}
