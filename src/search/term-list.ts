const PAIR = /^[\u3400-\u9fff\uf900-\ufaff]{2}$/;
const GROUP = /^[\u3400-\u9fff\uf900-\ufaff]{2,}$/;

/** Sorted terms as one short text: pairs of Chinese characters with the same first one stand under it once. */
export function packTerms(terms: readonly string[]): string {
  let packed = '';
  let group = '';
  for (const term of terms) {
    const first = term.charAt(0);
    const isPair = PAIR.test(term);
    if (isPair && group === first) packed += term.charAt(1);
    else packed += (packed === '' ? '' : ' ') + term;
    group = isPair ? first : '';
  }
  return packed;
}

/** The terms that `packTerms` made one text of, in the same order. */
export function unpackTerms(packed: string): string[] {
  return packed
    .split(' ')
    .flatMap((group) =>
      GROUP.test(group) ? Array.from(group.slice(1), (second) => group.charAt(0) + second) : [group],
    );
}
