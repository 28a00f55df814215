import { formatHex } from 'culori';
import type { Theme } from './site.ts';

/** What sets a theme apart: its OKLCH hue in degrees and the chroma of its accent. */
export type Hue = Pick<Theme, 'hue' | 'chroma'>;

/** A theme's colours on paper, as fixed sRGB hex values for cards, PDF and pictures. */
export interface HueColors {
  accent: string;
  accentStrong: string;
  wash: string;
  line: string;
}

/** The colours that no theme changes, on paper, as fixed sRGB hex values. */
export const PAPER_COLORS = {
  sheet: '#ffffff',
  ink: hex(0.25, 0.015, 260),
  inkSoft: hex(0.45, 0.015, 260),
  line: hex(0.89, 0.008, 90),
  do: hex(0.47, 0.11, 155),
  dont: hex(0.5, 0.17, 27),
} as const;

/** The light colours of a theme. The formulae are those of `styles/tokens.css`; a test holds the two together. */
export function hueColors({ hue, chroma }: Hue): HueColors {
  return {
    accent: hex(0.48, chroma, hue),
    accentStrong: hex(0.38, 0.09, hue),
    wash: hex(0.962, 0.022, hue),
    line: hex(0.85, 0.06, hue),
  };
}

/** The CSS variables that give an element a theme's hue: `--hue:52;--chroma:0.115`. */
export function hueVariables({ hue, chroma }: Hue): string {
  return `--hue:${String(hue)};--chroma:${String(chroma)}`;
}

function hex(l: number, c: number, h: number): string {
  return formatHex({ mode: 'oklch', l, c, h });
}
