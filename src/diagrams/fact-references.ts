/** A `${block/fact}` that names nothing. */
export interface UnknownReference {
  ref: string;
  /** Line and column within the source, from 1. */
  line: number;
  column: number;
}

const REFERENCE = /\$\{([^}\n]*)\}/g;

/**
 * Puts facts into a diagram's source: each `${block/fact}` becomes what `lookup` returns for `block/fact`, escaped so
 * that Mermaid takes it as plain text wherever it stands. References that name nothing are left and listed.
 */
export function resolveFactReferences(
  source: string,
  lookup: (ref: string) => string | undefined,
): { source: string; unknown: UnknownReference[] } {
  const unknown: UnknownReference[] = [];
  const resolved = source.split('\n').map((text, index) =>
    text.replace(REFERENCE, (whole, name: string, offset: number) => {
      const ref = name.trim();
      const found = lookup(ref);
      if (found !== undefined) return escapeMermaid(found);
      unknown.push({ ref, line: index + 1, column: offset + 1 });
      return whole;
    }),
  );
  return { source: resolved.join('\n'), unknown };
}

/** Plain text as Mermaid writes it: every sign that its grammars could take for their own becomes a `#code;`. */
export function escapeMermaid(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, (sign) => `#${sign.charCodeAt(0)};`);
}
