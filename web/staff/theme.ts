import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#e0f0f0',
  '#c5e3e4',
  '#9bd0d3',
  '#6fbcc0',
  '#4aabb0',
  '#2b999f',
  '#158189',
  '#0b6a70',
  '#085a60',
  '#05464b',
];

const small = '0.875rem';

const tones: Record<string, string> = {
  red: 'bad',
  green: 'good',
  yellow: 'warn',
  orange: 'warn',
  gray: 'muted',
};
const grounds: Record<string, string> = { muted: 'var(--dm-sunken)' };

/** Mantine's own shades of these do not reach 4.5:1 on each other; those of the tokens do, light and dark. */
const legible: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input);
  const { variant, color = 'accent' } = input;
  const tone = tones[color] ?? 'accent';
  const ink = `var(--dm-${tone})`;
  const ground = grounds[tone] ?? `var(--dm-${tone}-soft)`;
  if (variant === 'light')
    return { ...usual, background: ground, hover: ground, hoverColor: ink, color: ink };
  if (variant === 'outline')
    return { ...usual, color: ink, hoverColor: ink, border: `1px solid ${ink}` };
  if (variant === 'filled' && color in tones)
    return { ...usual, background: ink, hover: ink, color: 'var(--dm-surface)' };
  return usual;
};

/** The list itself scrolls, as screen readers expect it of a list of choices, and it opens when it is asked to. */
const choices = {
  withScrollArea: false,
  openOnFocus: false,
  classNames: { options: 'choices' },
};

/** Mantine in the look of web/tokens.css; no text is smaller than 14 px. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: 7,
  autoContrast: true,
  variantColorResolver: legible,
  fontFamily: 'var(--dm-font)',
  fontSizes: { xs: small, sm: small, md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  headings: { fontFamily: 'var(--dm-font)', fontWeight: '650' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: { Select: { defaultProps: choices }, MultiSelect: { defaultProps: choices } },
});

const shared = {
  '--mantine-color-body': 'var(--dm-bg)',
  '--mantine-color-text': 'var(--dm-text)',
  '--mantine-color-dimmed': 'var(--dm-muted)',
  '--mantine-color-placeholder': 'var(--dm-muted)',
  '--mantine-color-default': 'var(--dm-surface)',
  '--mantine-color-default-border': 'var(--dm-line-strong)',
  '--mantine-color-default-hover': 'var(--dm-sunken)',
  '--mantine-color-error': 'var(--dm-bad)',
  '--mantine-color-anchor': 'var(--dm-accent)',
};

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  // Fields and lists of choices stand on the same ground as in the light.
  dark: { ...shared, '--mantine-color-dark-6': 'var(--dm-surface)' },
});
