/**
 * The template with each `{name}` filled in. A value inside “…” has its own quotation marks made single and loses its
 * full stop; inside “….” or “…。” it keeps or gets one. A value that is one quotation is not quoted twice.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .replace(/“\{(\w+)\}([.。]?)”/g, (whole, name: string, stop: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return quoted(stop === '' ? asPhrase(value) : asSentence(value, stop));
    })
    .replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The text in quotation marks, unless it is one quotation already. */
export function quoted(text: string): string {
  if (/^“[^“”]*”$/.test(text)) return text;
  return `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** The text without the full stop at its end, where it is a single sentence: fit to be an option beside others. */
export function asPhrase(text: string): string {
  const bare = text.replace(/[。.]$/, '');
  return /[。！？!?]|\.\s|[.…]$/.test(bare) ? text : bare;
}

/** The text with `stop` at its end, unless it ends in a mark of its own. */
function asSentence(text: string, stop: string): string {
  const [, words = '', close = ''] = /^(.*?)(”?)$/s.exec(text) ?? [];
  return /[。！？…!?.]$/.test(words) ? text : words + stop + close;
}
