import { pinyin } from 'pinyin-pro';

const CHINESE = /[\u3400-\u9fff]+/g;

/**
 * What someone types for `names` on a keyboard without Chinese: each run of Chinese characters as whole pinyin joined
 * (`tousu`), as syllables (`tou su`) and as initials (`ts`), tone-less, each term once.
 */
export function pinyinTerms(names: readonly string[]): string[] {
  const terms = names.flatMap((name) =>
    (name.match(CHINESE) ?? []).flatMap((run) => {
      const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true });
      const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
      return syllables.length === 1 ? syllables : [syllables.join(''), initials, ...syllables];
    }),
  );
  return [...new Set(terms)];
}
