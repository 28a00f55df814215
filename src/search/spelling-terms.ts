/** Between two syllables of a term, so that no word of another language is taken for it. */
export const SYLLABLE_MARK = "'";
/** Before the initials of a name. */
export const INITIALS_MARK = '=';
/** Initials of a longer name are not what anybody types. */
const LONGEST = 12;

/**
 * The terms by which a name is found by its sound: each pair of neighbouring syllables (`tou'su`), a lone one by
 * itself, and, with `initials`, its initials from each syllable on (`=tslb`, `=slb`, `=lb`).
 */
export function spellingTerms(syllables: readonly string[], initials: boolean): string[] {
  const pairs = syllables.slice(1).map((syllable, index) => `${syllables[index] ?? ''}${SYLLABLE_MARK}${syllable}`);
  const lone = syllables.length === 1 ? [`${syllables[0] ?? ''}${SYLLABLE_MARK}`] : [];
  if (!initials || syllables.length > LONGEST) return [...pairs, ...lone];
  const letters = syllables.map((syllable) => syllable.charAt(0)).join('');
  const starts = Array.from({ length: Math.max(0, letters.length - 1) }, (_, from) => letters.slice(from));
  return [...pairs, ...lone, ...starts.map((start) => `${INITIALS_MARK}${start}`)];
}
