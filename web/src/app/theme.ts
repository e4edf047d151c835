import {
  ActionIcon,
  Badge,
  Button,
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  Drawer,
  type MantineColorsTuple,
  Menu,
  Modal,
  Tooltip,
} from '@mantine/core';

const signal: MantineColorsTuple = [
  '#e9f7f4',
  '#d3ece7',
  '#a8dad1',
  '#79c7ba',
  '#53b7a7',
  '#3bac9b',
  '#1f9484',
  '#0c6a63',
  '#085952',
  '#044741',
];

/** Greys of the dark look, with the tint of its surfaces. */
const dark: MantineColorsTuple = [
  '#c9d1cf',
  '#b5bfbc',
  '#8b9693',
  '#6c7774',
  '#4a5451',
  '#2e3634',
  '#202625',
  '#1b201f',
  '#171b1a',
  '#141817',
];

/** The head of a dialog is not the banner of the page. */
const noBanner = { header: { role: 'presentation' } };

/** Calm teal on warm grey; sizes and radii are the same everywhere. */
export const theme = createTheme({
  colors: { signal, dark },
  primaryColor: 'signal',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 'md',
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    const primary = input.variant === 'filled' && (!input.color || input.color === 'signal');
    return primary ? { ...colors, color: 'var(--mantine-primary-color-contrast)' } : colors;
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily:
    'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Open Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.6rem', lineHeight: '1.25' }, h2: { fontSize: '1.15rem' } },
  },
  components: {
    Button: Button.extend({ defaultProps: { radius: 'md' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 'lg' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 550 } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-end', width: 220 } }),
    Modal: Modal.extend({ defaultProps: { centered: true, radius: 'lg', attributes: noBanner } }),
    Drawer: Drawer.extend({ defaultProps: { position: 'right', attributes: noBanner } }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 300 } }),
  },
});

const tinted = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'gray', 'grape', 'signal'];
const each = (name: string, value: (color: string) => string) =>
  Object.fromEntries(tinted.map((color) => [`--mantine-color-${color}-${name}`, value(color)]));

/** What Mantine's own palette misses of WCAG AA: dimmed text, placeholders, errors and tinted labels. */
export const contrast: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-primary-color-contrast': '#ffffff',
    '--mantine-color-body': '#f6f7f6',
    '--mantine-color-text': '#1b2422',
    '--mantine-color-dimmed': '#55605d',
    '--mantine-color-placeholder': '#66706d',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#0a5f58',
    '--mantine-color-default-border': '#d5dbd9',
    '--mantine-color-orange-light-color': '#8a3c06',
    '--mantine-color-yellow-light-color': '#7a4b00',
    '--mantine-color-green-light-color': '#1c6b2c',
    '--mantine-color-red-light-color': '#a51d1d',
    '--mantine-color-blue-light-color': '#12549b',
    '--mantine-color-gray-light-color': '#3d4644',
    '--mantine-color-gray-light': '#e9edec',
    '--swb-surface': '#ffffff',
    '--swb-surface-sunk': '#eff2f1',
    '--swb-line': '#dfe4e2',
  },
  dark: {
    '--mantine-primary-color-contrast': '#062420',
    ...each('light-color', (color) => `var(--mantine-color-${color}-2)`),
    ...each('light', (color) => `color-mix(in srgb, var(--mantine-color-${color}-5) 20%, var(--swb-surface))`),
    ...each('light-hover', (color) => `color-mix(in srgb, var(--mantine-color-${color}-5) 28%, var(--swb-surface))`),
    '--mantine-color-body': '#141817',
    '--mantine-color-text': '#e4eae8',
    '--mantine-color-dimmed': '#a3aeab',
    '--mantine-color-placeholder': '#929d9a',
    '--mantine-color-error': '#ff9c94',
    '--mantine-color-anchor': '#7fd3c6',
    '--mantine-color-default': '#202625',
    '--mantine-color-default-hover': '#29302f',
    '--mantine-color-default-border': '#3a4341',
    '--mantine-color-signal-text': 'var(--mantine-color-signal-3)',
    '--swb-surface': '#1b201f',
    '--swb-surface-sunk': '#171b1a',
    '--swb-line': '#2e3634',
  },
});
