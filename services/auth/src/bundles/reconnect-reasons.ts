import type { ConnectionId, MustReconnect } from '@switchboard/contracts';

const sentences = {
  single_use: 'Its renewal works once only, so two hubs cannot share it. Connect it again.',
  other_client: 'It was connected with another client than the one set up here. Connect it again.',
  not_set_up: 'Its provider is not set up here yet. Set it up, then connect it again.',
  provider_unknown: 'This version of the hub does not know its provider.',
  ended: 'It had ended before it was exported. Connect it again.',
  not_readable: 'What opens it could not be read when it was exported. Connect it again.',
  settings_refused: 'Its settings are not accepted here. Connect it anew.',
} as const satisfies Record<MustReconnect['reason'], string>;

interface Named {
  readonly provider: string;
  readonly label: string;
}

/** One line of the list of what must be reconnected. */
export const mustReconnect = (
  { provider, label }: Named,
  reason: MustReconnect['reason'],
  connectionId?: string,
): MustReconnect => ({
  provider,
  label,
  reason,
  message: sentences[reason],
  ...(connectionId !== undefined && { connectionId: connectionId as ConnectionId }),
});
