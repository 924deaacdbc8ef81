import type { BrandVariants, Theme } from '@fluentui/react-components';
import { createDarkTheme, createLightTheme, teamsHighContrastTheme } from '@fluentui/react-components';

/** Shades of Cadenza's petrol, dark to light. */
const brand: BrandVariants = {
  10: '#020608',
  20: '#0a1a1f',
  30: '#0c2b34',
  40: '#0d3845',
  50: '#0e4655',
  60: '#0f5160',
  70: '#0f5c6e',
  80: '#1a6b7d',
  90: '#2f7b8c',
  100: '#458b9b',
  110: '#5b9baa',
  120: '#72acb9',
  130: '#8abcc8',
  140: '#a4cdd6',
  150: '#bfdee5',
  160: '#dbeff3',
};

const light = createLightTheme(brand);
const dark: Theme = {
  ...createDarkTheme(brand),
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[120],
  colorBrandForegroundLinkHover: brand[130],
};

/** How the pane looks: 'highContrast' where the system forces its colours. */
export type Appearance = 'light' | 'dark' | 'highContrast';

/** Fluent's theme of an appearance, in Cadenza's colours. */
export function themeOf(appearance: Appearance): Theme {
  return { light, dark, highContrast: teamsHighContrastTheme }[appearance];
}

function officeBackground(): string | undefined {
  try {
    return typeof Office === 'undefined' ? undefined : Office.context?.officeTheme?.bodyBackgroundColor;
  } catch {
    // Hosts without a theme throw when asked for it.
    return undefined;
  }
}

/** The background Office's own theme has, where it says so: dark when its luminance is low. */
function officeAppearance(): Appearance | undefined {
  const digits = /^#?([0-9a-f]{6})$/i.exec(officeBackground() ?? '')?.[1];
  if (digits === undefined) return undefined;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16)) as [number, number, number];
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
}

/** How the pane should look now: forced colours first, then Office's theme, then the system's preference. */
export function currentAppearance(): Appearance {
  const matches = (query: string) => typeof matchMedia === 'function' && matchMedia(query).matches;
  if (matches('(forced-colors: active)')) return 'highContrast';
  return officeAppearance() ?? (matches('(prefers-color-scheme: dark)') ? 'dark' : 'light');
}
