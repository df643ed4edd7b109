import { Alert, createTheme, type MantineColorsTuple } from '@mantine/core';

const ink: MantineColorsTuple = [
  '#e9f6f6',
  '#d5eaeb',
  '#a9d4d7',
  '#7abdc2',
  '#54aab0',
  '#3c9ea5',
  '#2e98a0',
  '#1f7f87',
  '#1a6a71',
  '#0d565d',
];

/** Mantine's dark surfaces, a little cooler, so that both schemes are the same house. */
const dark: MantineColorsTuple = [
  '#d5dbe1',
  '#bcc5cd',
  '#96a2ad',
  '#6b7781',
  '#39424a',
  '#2d343b',
  '#232a30',
  '#1b2025',
  '#14181c',
  '#0e1114',
];

/** One accent on calm greys; the only place, with tokens.css, that names a colour or a size. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 6 },
  colors: { ink, dark },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: "Inter, 'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.84375rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  components: {
    // Calm in both schemes: a breath of the colour on the surface, an edge to hold it.
    Alert: Alert.extend({
      vars: (theme, { color = theme.primaryColor }) => ({
        root: {
          '--alert-bg':
            color === 'gray'
              ? 'var(--canvas)'
              : `color-mix(in srgb, var(--mantine-color-${color}-filled) 8%, var(--surface))`,
          '--alert-bd':
            color === 'gray'
              ? '1px solid var(--line)'
              : `1px solid color-mix(in srgb, var(--mantine-color-${color}-filled) 28%, var(--surface))`,
          '--alert-color': `color-mix(in srgb, var(--mantine-color-${color}-filled) 62%, var(--mantine-color-text))`,
        },
      }),
    }),
    Card: { defaultProps: { withBorder: true, padding: 'lg', radius: 'lg' } },
    Table: { defaultProps: { verticalSpacing: 8, horizontalSpacing: 'sm' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 250 } },
    Badge: { defaultProps: { variant: 'light', tt: 'none', fw: 550 } },
    TextInput: { defaultProps: { spellCheck: false } },
  },
});
