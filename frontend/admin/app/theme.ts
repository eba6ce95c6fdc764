import { createTheme, type CSSVariablesResolver, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#e2f0f0', '#cde4e5', '#a3d0d3', '#73b7bc', '#4ba1a8', '#2f8a92', '#1d757d', '#0f5c63', '#0b4a50', '#06363b',
];
const violet: MantineColorsTuple = [
  '#f3effc', '#e4dbf7', '#c9b6ff', '#a98bee', '#8c67dd', '#7550cb', '#6642ba', '#5b3aa6', '#4a2e8a', '#38226b',
];
const paper: MantineColorsTuple = [
  '#fbfaf8', '#f3f1ed', '#e6e3dd', '#d5d1c9', '#b5b0a6', '#8f8a80', '#6a665e', '#5b5750', '#3a3733', '#1c2321',
];
const night: MantineColorsTuple = [
  '#eef1ef', '#c9d1ce', '#a9b4b1', '#8d9794', '#4b5451', '#363e3c', '#2a312f', '#1d2221', '#161a19', '#0f1211',
];

const fontFamily = "'Figtree Variable', system-ui, sans-serif";

/** The theme: warm off-white, one petrol accent, violet only for video. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.4,
  colors: { petrol, violet, gray: paper, dark: night },
  black: '#1c2321',
  fontFamily,
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem' },
  headings: { fontFamily, fontWeight: '650', sizes: { h1: { fontSize: '1.75rem' }, h2: { fontSize: '1.25rem' }, h3: { fontSize: '1rem' } } },
  radius: { sm: '6px', md: '9px', lg: '14px', xl: '20px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // autoContrast only considers the light shade: in dark mode it would put white text on a light button.
  variantColorResolver(input) {
    const colors = defaultVariantColorsResolver(input);
    const isPrimary = input.variant === 'filled' && (!input.color || input.color === input.theme.primaryColor);
    return isPrimary ? { ...colors, color: 'var(--mantine-primary-color-contrast)' } : colors;
  },
});

/** Mantine's dimmed, placeholder and error texts miss the contrast of WCAG AA; these values meet it. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-anchor': '#0f5c63',
    '--mantine-color-body': '#fbfaf8',
    '--mantine-color-dimmed': '#5b5750',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-placeholder': '#6a665e',
    '--mantine-color-text': '#1c2321',
  },
  dark: {
    '--mantine-color-anchor': '#73b7bc',
    '--mantine-color-body': '#161a19',
    '--mantine-color-dimmed': '#a9b4b1',
    '--mantine-color-error': '#ffb4a8',
    '--mantine-color-placeholder': '#a9b4b1',
    '--mantine-color-text': '#eef1ef',
    '--mantine-primary-color-contrast': '#06282b',
  },
});
