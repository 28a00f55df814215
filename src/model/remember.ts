/**
 * `make`, but worked out once for the same object and the same words beside it. What it gives is shared by all who ask:
 * none of them may change it.
 */
export function remember<Of extends object, Words extends readonly (string | undefined)[], Made>(
  make: (of: Of, ...words: Words) => Made,
): (of: Of, ...words: Words) => Made {
  const known = new WeakMap<Of, Map<string, Made>>();
  return (of, ...words) => {
    const byWords = known.get(of) ?? new Map<string, Made>();
    known.set(of, byWords);
    const key = JSON.stringify(words);
    const found = byWords.get(key);
    if (found !== undefined) return found;
    const made = make(of, ...words);
    byWords.set(key, made);
    return made;
  };
}
