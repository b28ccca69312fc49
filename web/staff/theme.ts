import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

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

/** Mantine in the look of web/tokens.css; no text is smaller than 14 px. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: 7,
  autoContrast: true,
  fontFamily: 'var(--dm-font)',
  fontSizes: { xs: small, sm: small, md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  headings: { fontFamily: 'var(--dm-font)', fontWeight: '650' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  focusRing: 'auto',
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
  dark: shared,
});
