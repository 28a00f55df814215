import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerQuery } from '../../../src/search/answer-query.ts';
import { cutIndex } from '../../../src/search/cut-index.ts';
import { speakerOf } from '../../../src/search/han-table.ts';
import { joinTexts, splitTexts } from '../../../src/search/joined-texts.ts';
import { markText } from '../../../src/search/mark-text.ts';
import { normaliseText } from '../../../src/search/normalise-text.ts';
import { decodeNumbers, encodeNumbers } from '../../../src/search/number-text.ts';
import { packText, unpackText } from '../../../src/search/packed-text.ts';
import { postSounds, postTerms } from '../../../src/search/post-terms.ts';
import { readShardedIndex } from '../../../src/search/sharded-index.ts';
import { packTerms, unpackTerms } from '../../../src/search/term-list.ts';
import { passagesOf } from '../../../src/search/topic-texts.ts';
import { ask, core, han, indexes, judgedQueries, plainIndexes } from './site-search.ts';

test('numbers, texts and terms come back as they were packed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2_000_000)), (numbers) => {
      expect(decodeNumbers(encodeNumbers(numbers))).toEqual(numbers);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(unpackText(packText(text))).toBe(text);
    }),
  );
  const texts = splitTexts(unpackText(core.texts ?? { letters: '', text: '' }));
  expect(splitTexts(joinTexts(texts))).toEqual(texts);
  expect(texts.every(({ title, sections }) => title !== '' && sections.every(({ block }) => block !== ''))).toBe(true);
  const terms = ['=ts', '100', 'gst', "tou'su", '饰', '饰物', '投', '投人', '投诉', '诉求'];
  expect(unpackTerms(packTerms(terms))).toEqual(terms);
});

test('cutting an index asks each passage once for its topic', () => {
  let asked = 0;
  const places = Array.from({ length: 300 }, (_, number) => ({
    get topic() {
      asked += 1;
      return number % 100;
    },
    kind: 'title' as const,
    nth: 0,
    length: 1,
  }));
  const { core: cut } = cutIndex(101, { places, postings: new Map() });
  expect(cut.lengths).toEqual([...Array.from({ length: 100 }, () => encodeNumbers([1, 1, 1])), encodeNumbers([])]);
  expect(asked).toBe(places.length);
});

test('an index in shards answers as the whole one does, and asks for few of them', () => {
  const texts = splitTexts(unpackText(core.texts ?? { letters: '', text: '' }));
  const passages = texts.map(passagesOf);
  const posted = postTerms(passages, 'zh');
  postSounds(posted.postings, passages, speakerOf(han));
  const { core: cut, shards } = cutIndex(texts.length, posted);
  for (const { query } of judgedQueries().filter(({ lang }, at) => lang === 'zh' && at % 17 === 3)) {
    const index = readShardedIndex(cut);
    let fetched = 0;
    for (;;) {
      answerQuery(query, { lang: 'zh', indexes: { zh: index, en: plainIndexes.en }, han });
      const missing = index.takeMissing();
      if (missing.length === 0) break;
      fetched += missing.length;
      for (const shard of missing) index.add(shard, shards[shard]!);
    }
    const answer = answerQuery(query, { lang: 'zh', indexes: { zh: index, en: plainIndexes.en }, han });
    expect(answer.hits, query).toEqual(answerQuery(query, { lang: 'zh', indexes: plainIndexes, han }).hits);
    expect(fetched, query).toBeLessThan(shards.length / 2);
  }
});

describe('what is typed', () => {
  test.each([
    ['Ｓ-Ｅ-Ｒ-Ｖ-Ｉ-Ｃ-Ｅ！', 'service'],
    ['Don’t  panic', 'dont panic'],
    ['１００－１＝０', '100 1 0'],
    ['“微笑”。', '微笑'],
  ])('%s is asked for as %s', (typed, asked) => {
    expect(normaliseText(typed)).toBe(asked);
  });

  test('polyphones are read as their words are', () => {
    expect(han.soundsOf('了')).toContain('liao');
    expect(han.soundsOf('投')).toEqual(['tou']);
    expect(han.simplified.get('訴')).toBe('诉');
  });

  test.each([
    ['half a character', '\ud83d'],
    ['ten thousand characters', '投诉'.repeat(5000)],
    ['an expression', '(?:['],
    ['markup', '<b>x</b>'],
    ['a face', '😀'],
    ['nothing', ''],
    ['spaces', '   '],
    ['a property', 'constructor'],
  ])('%s is answered without an error', (_, query) => {
    expect(() => ask(query, 'zh')).not.toThrow();
    expect(() => ask(query, 'en')).not.toThrow();
  });

  test('whatever it is, it is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
        expect(ask(query, 'zh').hits.length).toBeLessThanOrEqual(10);
      }),
      { numRuns: 30 },
    );
  });
});

test('a title is found while it is being typed, whatever part of it stands there', () => {
  const texts = splitTexts(unpackText(core.texts ?? { letters: '', text: '' }));
  const prefixes = texts.flatMap(({ short, title }, topic) => {
    const [name = ''] = (short ?? title).split(/[，、：]/);
    return Array.from({ length: name.length - 1 }, (_, at) => ({
      typed: name.slice(0, at + 2),
      topic: core.topics[topic],
    }));
  });
  const answers = prefixes.map(({ typed, topic }) => ({ typed, hits: ask(typed, 'zh').hits, topic }));
  expect(answers.filter(({ hits }) => hits.length === 0).map(({ typed }) => typed)).toEqual([]);
  const found = answers.filter(({ hits, topic }) => hits.includes(topic ?? ''));
  expect(found.length / answers.length).toBeGreaterThan(0.9);
});

test('a title is found with any of its characters mistaken for another of the same sound', () => {
  const texts = splitTexts(unpackText(core.texts ?? { letters: '', text: '' }));
  const all = Array.from({ length: 0x9fff - 0x4e00 }, (_, at) => String.fromCharCode(0x4e00 + at));
  const bySound = Map.groupBy(
    all.filter((one) => han.soundsOf(one).length > 0),
    (one) => han.soundsOf(one).join(),
  );
  const slips = texts.flatMap(({ short, title }, topic) => {
    const [name = ''] = (short ?? title).split(/[，、：]/);
    return Array.from(name).flatMap((character, at) => {
      const others = (bySound.get(han.soundsOf(character).join()) ?? []).filter((one) => one !== character);
      // Which of them it is does not matter; the one at the place of its topic makes for some of every kind.
      const other = others[topic % Math.max(1, others.length)];
      return other && name.length >= 4 ? [{ typed: name.slice(0, at) + other + name.slice(at + 1), topic }] : [];
    });
  });
  const found = slips.filter(({ typed, topic }) =>
    ask(typed, 'zh')
      .hits.slice(0, 3)
      .includes(core.topics[topic] ?? ''),
  );
  expect(slips.length).toBeGreaterThan(200);
  expect(found.length / slips.length).toBeGreaterThan(0.95);
});

test.each([
  // Each stands beside a word that was typed right, which alone would have been taken for all that was meant.
  ['站资要求', 'etiquette/standing-and-walking'],
  ['到歉', 'communication/asking-declining-apologising'],
])('a slip of the input method is heard: %s', (typed, topic) => {
  expect(ask(typed, 'zh').hits[0]).toBe(topic);
});

test('in another language, too, without its index: by what a topic and its terms are called there', () => {
  const found = judgedQueries().filter(({ lang, kind, query, topics }) => {
    if (lang !== 'zh' || kind !== 'english') return false;
    const { hits } = answerQuery(query, { lang, indexes: { zh: indexes.zh }, han });
    return hits.slice(0, 3).some(({ topic }) => topics.includes(core.topics[topic] ?? ''));
  });
  expect(found.length).toBeGreaterThanOrEqual(12);
});

test('a phrase that must not be said is answered at once, and so is a house term', () => {
  const phrase = ask('这不关我事', 'zh');
  expect(phrase.answer.direct?.kind).toBe('phrase');
  expect(phrase.hits[0]).toBe('complaints/taboo-phrases');
  expect(ask('峰终', 'zh').answer.direct?.kind).toBe('term');
  expect(ask("that's none of my business", 'en').answer.direct?.kind).toBe('phrase');
});

test('marks stand where the words are, and not on words of asking', () => {
  const marked = (text: string, query: string, lang: 'zh' | 'en') =>
    markText(text, query, lang).flatMap((part) => (part.isMarked ? [part.text] : []));
  expect(marked('客户发火，先平息情绪', '客人发火怎么办', 'zh')).toEqual(['发火']);
  expect(marked('Handling complaints well', 'how to handle a complaint', 'en')).toEqual(['Handling', 'complaints']);
});
