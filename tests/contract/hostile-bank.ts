import type { Bank } from '../../src/exporters/exporter.ts';
import type { Option, Question } from '../../src/model/question.ts';

/** Texts that mean something to one format or another. */
const HOSTILE = [
  '<b>bold</b> & "quoted" ‘single’ \'plain\'',
  '{curly} =equals ~tilde #hash ::colons:: \\back\\slash %50%',
  '</simpleChoice><![CDATA[ ]]> &amp; &#39; <!-- -->',
  'first line\nsecond line',
  'a, "b"; c\td',
  '=1+1 @sum -> arrow // comment $CATEGORY: x',
  'عربي: مرحبا ‏(مزيج) with English',
  '𠮷野家 😀 〇 “引号” 全角：＝～＃',
];

/** Questions of every type, made to break formats: each kind of hostile text stands once in every place. */
export const hostileBank: Bank = makeBank();

function makeBank(): Bank {
  const common = { topic: 'theme/topic', block: 'block', pattern: 'authored', lang: 'en', version: 'v1' } as const;
  const place = { section: 'Block', url: '/en/theme/topic/#block' };
  const text = (index: number) => `${String(index)} ${HOSTILE[index % HOSTILE.length] ?? ''}`;
  const options = (index: number, keys: number): Option[] =>
    [0, 1, 2, 3].map((at) => ({
      id: `o${String(at)}`,
      text: text(index + at),
      correct: at < keys,
      feedback: `why ${text(index + at + 1)}`,
    }));
  const questions = HOSTILE.flatMap((stem, index): Question[] => {
    const base = { ...common, ...place, stem: `Stem ${stem}` };
    const items = [0, 1, 2].map((at) => ({
      id: `i${String(at)}`,
      text: text(index + at),
      feedback: text(index + at + 2),
    }));
    const shown = ['i2', 'i0', 'i1'];
    return [
      { ...base, id: `theme/topic/block/choice/${String(index)}`, type: 'choice', options: options(index, 1) },
      { ...base, id: `theme/topic/block/multiple/${String(index)}`, type: 'multiple', options: options(index, 2) },
      {
        ...base,
        id: `theme/topic/block/true-false/${String(index)}`,
        type: 'true-false',
        options: [
          { id: 'true', text: 'True', correct: index % 2 === 0, feedback: text(index) },
          { id: 'false', text: 'Not true', correct: index % 2 === 1, feedback: text(index + 1) },
        ],
      },
      { ...base, id: `theme/topic/block/order/${String(index)}`, type: 'order', order: items, shown },
      {
        ...base,
        id: `theme/topic/block/match/${String(index)}`,
        type: 'match',
        pairs: items.map(({ id, text: left, feedback }, at) => ({ id, left, right: text(index + at + 3), feedback })),
        shown,
      },
      {
        ...base,
        id: `theme/topic/block/sort/${String(index)}`,
        type: 'sort',
        bins: [
          { id: 'a', label: 'Bin A & co', items: items.slice(0, 2) },
          { id: 'b', label: 'Bin <B>', items: items.slice(2) },
        ],
        shown,
      },
      {
        ...base,
        id: `theme/topic/block/scenario/${String(index)}`,
        type: 'scenario',
        nodes: [
          {
            id: 'first',
            title: 'First',
            text: text(index),
            ask: text(index + 1),
            choices: items.map((item, at) => ({
              id: item.id,
              text: item.text,
              effect: at === 0 ? 'helps' : 'hurts',
              outcome: text(index + at),
              feedback: item.feedback,
              next: 'end',
            })),
          },
          { id: 'end', title: 'End', text: text(index + 2), choices: [], ending: 'good' },
        ],
        best: ['first/i0'],
      },
    ];
  });
  return {
    id: 'hostile',
    lang: 'en',
    title: 'Hostile/<bank>',
    site: 'Pocketbook & Co',
    address: 'https://pocketbook.example.com',
    hue: '--hue:52;--chroma:0.115',
    questions,
    topics: [{ id: 'theme/topic', title: 'Topic: {x} / "y"', theme: 'theme', reviewed: '2026-11-20' }],
  };
}
