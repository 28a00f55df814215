type AttributeValue = string | number | undefined;

/** A number as short as a drawing needs it: one decimal, no trailing zero. */
export function round(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  return Object.is(rounded, -0) ? 0 : rounded;
}

/** Text that stands for itself in SVG and HTML. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An element as markup; attributes without a value are left out, numbers rounded. Children are markup, not text. */
export function markup(name: string, attributes: Record<string, AttributeValue>, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([key, value]) => {
      const text = typeof value === 'number' ? String(round(value)) : value;
      return ` ${key}="${escapeMarkup(text).replaceAll('"', '&quot;')}"`;
    })
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}
