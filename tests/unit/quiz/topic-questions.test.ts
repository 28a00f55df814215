import { describe, expect, test } from 'vitest';
import { loadRecords } from '../../../scripts/lib/load-records.ts';
import { topicQuestions } from '../../../src/blocks/topic-questions.ts';
import { LANGS } from '../../../src/model/localized.ts';
import { questionFaults } from '../../../src/quiz/question-faults.ts';
import { showQuestion } from '../../../src/quiz/types/registry.ts';

/** The site's own content, whole. */
const { topics } = loadRecords(process.cwd()).draft;
const all = (lang: (typeof LANGS)[number]) => topics.flatMap((topic) => topicQuestions(topic, lang));

describe.each(topics.map((topic) => ({ id: topic.id, topic })))('$id', ({ topic }) => {
  test('asks at least five questions', () => {
    expect(topicQuestions(topic, 'zh').length).toBeGreaterThanOrEqual(5);
  });

  test.each(LANGS)('asks nothing faulty (%s)', (lang) => {
    expect(questionFaults(topicQuestions(topic, lang))).toEqual([]);
  });

  test('asks the same questions in the same order in both languages', () => {
    const [zh, en] = LANGS.map((lang) =>
      topicQuestions(topic, lang).map((question) => {
        const { id, version, key, options, targets } = showQuestion(question);
        return [id, version, key, options.map((option) => option.id), targets.map((target) => target.id)];
      }),
    );
    expect(en).toEqual(zh);
  });

  test('leaves no placeholder, and names the section that answers', () => {
    for (const lang of LANGS) {
      for (const question of topicQuestions(topic, lang)) {
        expect(JSON.stringify(question)).not.toMatch(/\{\w+\}|undefined/);
        expect(question.section).not.toBe('');
        expect(question.url).toBe(`${lang === 'en' ? '/en' : ''}/${topic.id}/#${question.block}`);
      }
    }
  });
});

test.each(LANGS)('the questions of all topics together are balanced (%s)', (lang) => {
  expect(questionFaults(all(lang))).toEqual([]);
});

test('no generated pattern is more than a quarter of all questions', () => {
  const questions = all('zh');
  const counts = Map.groupBy(questions, ({ pattern }) => pattern);
  for (const [pattern, { length }] of counts) {
    if (pattern !== 'authored') expect(length, pattern).toBeLessThanOrEqual(questions.length / 4);
  }
});

test('no id is used twice', () => {
  const ids = all('zh').map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a block that does not open its topic is asked about by its own title', () => {
  const topic = topics.find(({ id }) => id === 'foundations/who-is-the-customer')!;
  const [myths] = topic.data.blocks.filter(({ kind }) => kind === 'myths');
  const asked = topicQuestions(topic, 'zh').filter(({ pattern }) => pattern === 'claim');
  expect(asked.length).toBeGreaterThan(0);
  for (const { stem } of asked) expect(stem).toContain(myths!.title.zh);
});

test('a fact altered shows in the questions made of it, under the same id', () => {
  const topic = topics.find(({ id }) => id === 'complaints/six-steps')!;
  const changed = structuredClone(topic.data);
  changed.blocks.find((block) => block.kind === 'process')!.steps[1]!.title.en = 'Ask: altered';
  const before = topicQuestions(topic, 'en').find(({ pattern }) => pattern === 'order')!;
  const after = topicQuestions({ id: topic.id, data: changed }, 'en').find(({ pattern }) => pattern === 'order')!;
  expect(after.id).toBe(before.id);
  expect(after.version).not.toBe(before.version);
  expect(JSON.stringify(after)).toContain('Ask: altered');
});
