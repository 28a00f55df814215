import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { documentOf, listedTopics, pageAt } from './dist.ts';

const topics = listedTopics();
const curriculum = (
  parse(readFileSync('content/curriculum.yaml', 'utf8')) as { facts: { id: string; theme: string }[] }
).facts;

/** Topics for which the page plan lists no card. */
const WITHOUT_CARD = new Set([
  'complaints/solve-not-argue',
  'complaints/case-hot-water',
  'service-cycle/empathy-and-responsibility',
]);

describe.each([
  ['complaints', 27],
  ['service-cycle', 25],
])('the theme %s', (theme, count) => {
  test('teaches every fact of the curriculum', () => {
    const wanted = curriculum.filter((fact) => fact.theme === theme).map(({ id }) => id);
    expect(wanted).toHaveLength(count);
    const covered = topics.filter((topic) => topic.theme === theme).flatMap((topic) => topic.covers);
    expect([...covered].sort()).toEqual([...wanted].sort());
  });
});

describe.each(topics)('$id', (topic) => {
  test.each(['zh', 'en'] as const)('has what a topic needs (%s)', (lang) => {
    expect(topic.aliases[lang].length).toBeGreaterThanOrEqual(6);
    expect(topic.questions[lang]).toBeGreaterThanOrEqual(5);
    if (!WITHOUT_CARD.has(topic.id)) expect(topic.cards.length).toBeGreaterThan(0);
  });

  test.each(['zh', 'en'] as const)('shows its description, blocks, questions and date without scripts (%s)', (lang) => {
    const document = documentOf(pageAt(topic.url[lang]));
    const text = document.body.textContent;
    expect(document.querySelector('h1')?.textContent).toBe(topic.title[lang]);
    expect(document.querySelectorAll('.block').length).toBeGreaterThan(0);
    expect(text).toContain(topic.reviewed);
    expect(text).toContain(topic.owner[lang]);
    const questions = document.querySelectorAll('[data-question]');
    expect(questions).toHaveLength(topic.questions[lang]);
    for (const question of questions) expect(question.querySelector('details')).not.toBeNull();
  });

  test('has the same sections in both languages', () => {
    const sections = (['zh', 'en'] as const).map((lang) =>
      [...documentOf(pageAt(topic.url[lang])).querySelectorAll('.block')].map((block) =>
        block.getAttribute('data-block'),
      ),
    );
    expect(sections[1]?.slice().sort()).toEqual(sections[0]?.slice().sort());
  });
});

test('bold next to Chinese punctuation is bold', () => {
  const bold = [...documentOf(pageAt('/complaints/six-steps/')).querySelectorAll('main strong')].map(
    (strong) => strong.textContent,
  );
  expect(bold).toContain('对方辱骂、威胁、动手：');
});
