import { expect, test } from 'vitest';
import { topic } from '../../../src/blocks/registry.ts';
import { resolveCard, resolveCardTexts, resolveFace, type CardContext } from '../../../src/blocks/resolve-card.ts';
import { cardVersion } from '../../../src/cards/card-version.ts';
import type { Card } from '../../../src/model/card.ts';
import { site } from '../../../src/model/site.ts';

const both = (text: string) => ({ zh: text, en: `${text} (en)` });
const CARD: Card = {
  id: 'six',
  title: both('六步'),
  front: { block: 'steps' },
  back: { block: 'win', title: both('双赢') },
};
const RECORD = topic.parse({
  title: both('标题'),
  description: both('说明'),
  order: 1,
  owner: both('组'),
  reviewed: '2026-11-20',
  reviewEveryMonths: 12,
  roles: ['front-desk'],
  aliases: { zh: [], en: [] },
  covers: [],
  blocks: [
    {
      kind: 'process',
      id: 'steps',
      title: both('步'),
      steps: [
        { id: 'a', title: both('开场') },
        { id: 'b', title: both('收尾') },
      ],
    },
    { kind: 'concept', id: 'win', title: both('双赢'), term: both('双赢'), definition: both('各得所需') },
    { kind: 'reflection', id: 'think', title: both('想'), prompts: [{ id: 'p', text: both('想') }] },
  ],
  cards: [CARD],
});
const CONTEXT: CardContext = {
  site: site.parse({
    name: both('名'),
    tagline: both('句'),
    description: both('说'),
    defaultLang: 'zh',
    themes: [{ id: 'complaints', title: both('投诉处理'), description: both('说'), hue: 52 }],
  }),
  number: 7,
  version: cardVersion(resolveCardTexts(RECORD, CARD)),
  address: 'https://fuwu.example.com/',
};
const TOPIC = { data: RECORD, theme: 'complaints' };

test('a front says all that is drawn, with its own address in the code', () => {
  const { version } = CONTEXT;
  expect(version).toMatch(/^[0-9a-z]{4}$/);
  expect(resolveCard(TOPIC, CARD, 'front', 'en', CONTEXT)).toEqual({
    lang: 'en',
    title: '六步 (en)',
    body: {
      layout: 'steps',
      groups: [
        { label: '1', items: [{ id: 'a', text: '开场 (en)' }] },
        { label: '2', items: [{ id: 'b', text: '收尾 (en)' }] },
      ],
    },
    foot: { theme: '投诉处理 (en)', number: 7, version, reviewed: '2026-11', address: 'fuwu.example.com/en/c/7' },
    qr: `https://fuwu.example.com/en/c/7/?v=${version}`,
    hue: { hue: 52, chroma: 0.115 },
  });
});

test('a back has its own title and no code; a term that only repeats the title is left out', () => {
  const back = resolveCard(TOPIC, CARD, 'back', 'zh', CONTEXT);
  expect(back).toMatchObject({
    title: '双赢',
    body: { groups: [{ items: [{ text: '各得所需' }] }] },
    foot: { version: cardVersion(resolveCardTexts(RECORD, CARD)) },
  });
  expect(back).not.toHaveProperty('qr');
});

test('without an address there is neither code nor address', () => {
  const { site: own, number, version } = CONTEXT;
  const front = resolveCard(TOPIC, CARD, 'front', 'zh', { site: own, number, version });
  expect(front).not.toHaveProperty('qr');
  expect(front).not.toHaveProperty('foot.address');
});

test('the version changes with a word in either language, and with nothing else', () => {
  const version = (change: (record: typeof RECORD) => void) => {
    const record = structuredClone(RECORD);
    change(record);
    return cardVersion(resolveCardTexts(record, CARD));
  };
  const before = version(() => undefined);
  const first = (record: typeof RECORD) =>
    (record.blocks[0] as { steps: { title: { zh: string; en: string } }[] }).steps[0]!;
  expect(version((record) => void (first(record).title.en = 'Opening'))).not.toBe(before);
  expect(version((record) => void (first(record).title.zh = '开头'))).not.toBe(before);
  expect(version((record) => void (record.reviewed = '2027-01-01'))).toBe(before);
});

test('English is printed with the marks of print, and no version changes for them', () => {
  const version = (record: typeof RECORD) => cardVersion(resolveCardTexts(record, CARD));
  const record = structuredClone(RECORD);
  const steps = (record.blocks[0] as { steps: { title: { zh: string; en: string } }[] }).steps;
  steps[0]!.title.en = `Don't say "it's 'policy'"`;
  const card: Card = { ...CARD, title: { zh: "'六'步", en: "What they're after" } };
  const context = { ...CONTEXT, version: cardVersion(resolveCardTexts(record, card)) };
  const face = (lang: 'zh' | 'en') => resolveCard({ data: record, theme: 'complaints' }, card, 'front', lang, context);
  expect(face('en')).toMatchObject({
    title: 'What they’re after',
    body: { groups: [{ items: [{ text: 'Don’t say “it’s ‘policy’”' }] }, {}] },
    foot: { version: context.version },
  });
  expect(face('zh')).toMatchObject({ title: "'六'步" });
  expect(resolveCardTexts(record, CARD).front.en[1]).toContain(`Don't say "it's 'policy'"`);
  expect(version(record)).not.toBe(version(RECORD));
});

test('a side that cannot be made says why', () => {
  const face = (front: Card['front']) => resolveFace(RECORD, { ...CARD, front }, 'front', 'zh');
  expect(face({ block: 'stps' })).toEqual({ kind: 'no-block' });
  expect(face({ block: 'steps', face: 'stairs' })).toEqual({ kind: 'no-face', faces: ['steps', 'do-dont', 'say'] });
  expect(face({ block: 'think' })).toEqual({ kind: 'no-face', faces: [] });
  expect(face({ block: 'steps', face: 'say' })).toEqual({ kind: 'empty' });
});
