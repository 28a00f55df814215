const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in XML or HTML, between tags or in a quoted attribute. What XML cannot hold at all is left out. */
export function escapeXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- these very characters are what XML 1.0 forbids
  const held = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').toWellFormed();
  return held.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Text as HTML: escaped, its line ends kept. */
export function textAsHtml(text: string): string {
  return escapeXml(text).replaceAll('\n', '<br/>');
}
