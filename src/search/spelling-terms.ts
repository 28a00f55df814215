/** Between two syllables of a term, so that no word of another language is taken for it. */
export const SYLLABLE_MARK = "'";
/** Before the initials of a name. */
export const INITIALS_MARK = '=';
/** Initials of a longer name are not what anybody types. */
const LONGEST = 12;

/**
 * The terms by which a run of Chinese characters is found by its sound, given the possible syllables of each: each pair
 * of neighbouring syllables (`tou'su`), a lone one by itself, and, with `hasInitials`, its initials from each syllable
 * on (`=tslb`, `=slb`, `=lb`).
 */
export function spellingTerms(sounds: readonly (readonly string[])[], hasInitials: boolean): string[] {
  const [first = []] = sounds;
  if (sounds.length === 1) return first.map((syllable) => `${syllable}${SYLLABLE_MARK}`);
  const pairs = sounds
    .slice(1)
    .flatMap((syllables, at) =>
      (sounds[at] ?? []).flatMap((before) => syllables.map((syllable) => `${before}${SYLLABLE_MARK}${syllable}`)),
    );
  if (!hasInitials || sounds.length > LONGEST) return pairs;
  let tails = [''];
  const initials: string[] = [];
  for (let at = sounds.length - 1; at >= 0; at -= 1) {
    const letters = [...new Set((sounds[at] ?? []).map((syllable) => syllable.charAt(0)))];
    tails = letters.flatMap((letter) => tails.map((tail) => letter + tail));
    if (at < sounds.length - 1) initials.push(...tails.map((tail) => `${INITIALS_MARK}${tail}`));
  }
  return [...pairs, ...initials];
}
