/** The one function of culori that is used here; the package ships without types. */
declare module 'culori' {
  /** `#rrggbb` of a colour; out-of-gamut channels are clipped. */
  export function formatHex(color: { mode: 'oklch'; l: number; c: number; h: number }): string;
}
