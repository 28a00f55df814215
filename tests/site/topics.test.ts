import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { documentOf, listedTopics, pageAt } from './dist.ts';

const topics = listedTopics();
const curriculum = (
  parse(readFileSync('content/curriculum.yaml', 'utf8')) as { facts: { id: string; theme: string }[] }
).facts;

/** Topics whose facts are better carried in the head than in the pocket. */
const WITHOUT_CARD = new Set([
  'mindset-ethics/customer-and-me',
  'mindset-ethics/why-awareness-pays',
  'mindset-ethics/awareness-and-ability',
  'mindset-ethics/habits-that-help-or-hurt',
  'mindset-ethics/self-assessment-attitude',
  'mindset-ethics/self-assessment-relations',
  'psychology/what-is-customer-psychology',
  'communication/communication-basics',
]);

/** Facts of the curriculum whose order, choice, loop or axes a picture shows better than words. */
const WITH_PICTURE = [
  'service-acronym-seven',
  'gst-standard-procedure',
  'service-three-elements',
  'service-quality-judged-by-customer',
  'three-stages-of-service',
  'hard-soft-sufficiency-curve',
  'five-steps-one-law',
  'three-layer-frame',
  'two-sides-of-service',
  'service-quality-matrix',
  'customer-and-me-relationship',
  'reputation-to-loyalty-chain',
  'service-as-lifeline',
  'competency-four-groups',
  'ten-service-habits',
  'customer-psychology-three-components',
  'needs-pyramid-five',
  'psychological-drivers',
  'perception-process-four',
  'perception-three-factors',
  'consumer-three-dimensions',
  'four-personality-types',
  'downward-vs-two-way',
  'communication-model-2-3-4',
  'noise-factors',
  'two-skill-families',
  'emotional-skills-three',
  'rational-skills-six',
  'rational-skill-check-understanding',
  'service-cycle-six-steps',
  'cycle-skill-matrix',
  'complaint-definition',
  'dissatisfaction-to-complaint-flow',
  'eight-causes-of-dissatisfaction',
  'six-step-complaint-process',
  'case-hotel-hot-water',
  'duty-manager-recovery-moves',
  'posture-four-kinds',
  'smile-three-combinations',
  'onsite-vs-support-procedures',
  'service-improvement-loop',
  'company-two-lacks',
  'horizontal-communication',
];

describe.each([
  ['foundations', 32],
  ['mindset-ethics', 30],
  ['psychology', 20],
  ['communication', 42],
  ['service-cycle', 25],
  ['complaints', 27],
  ['etiquette', 17],
  ['management', 9],
])('the theme %s', (theme, count) => {
  test('teaches every fact of the curriculum', () => {
    const wanted = curriculum.filter((fact) => fact.theme === theme).map(({ id }) => id);
    expect(wanted).toHaveLength(count);
    const covered = topics.filter((topic) => topic.theme === theme).flatMap((topic) => topic.covers);
    expect([...covered].sort()).toEqual([...wanted].sort());
  });
});

test.each(WITH_PICTURE)('%s is drawn, and told in words or by the list beside it', (fact) => {
  for (const lang of ['zh', 'en'] as const) {
    const topic = topics.find((candidate) => candidate.covers.includes(fact));
    const document = documentOf(pageAt(topic?.url[lang] ?? ''));
    const drawn = [...document.querySelectorAll('figure.diagram')];
    expect(drawn.length + document.querySelectorAll('table.grid').length).toBeGreaterThan(0);
    for (const figure of drawn) {
      const svg = figure.querySelector('svg');
      expect(svg?.getAttribute('role')).toMatch(/^(img|group)$/);
      expect(svg?.querySelector('title')?.textContent.length).toBeGreaterThan(2);
      const told =
        figure.querySelector('details li') ??
        figure.parentElement?.querySelector('ol.steps > li, .types > section, .quarters > li, dl.letters dd');
      expect(told).not.toBeNull();
    }
  }
});

test('the shapes that Mermaid has not are drawn from the facts', () => {
  for (const [page, shape, count] of [
    ['/psychology/needs-pyramid/', 'dg-layer', 5],
    ['/foundations/from-expected-to-delight/', 'dg-curve', 2],
    ['/foundations/service-letters/', 'dg-tile', 7],
    ['/foundations/four-types-of-service/', 'dg-quadrant', 4],
    ['/psychology/customer-types/', 'dg-quadrant', 4],
  ] as const) {
    for (const lang of ['', '/en']) {
      const [narrow, roomy] = documentOf(pageAt(lang + page)).querySelectorAll('.block figure svg');
      expect(narrow?.getAttribute('role'), page).toBe('img');
      expect(narrow?.querySelectorAll(`.${shape}`), page).toHaveLength(count);
      expect(roomy?.querySelectorAll(`.${shape}`), page).toHaveLength(count);
    }
  }
});

test('no drawing needs to be scrolled on a phone', () => {
  const wide = topics.flatMap(({ url }) =>
    Object.values(url).filter((address) => readFileSync(pageAt(address).file, 'utf8').includes('diagram-wide')),
  );
  expect(wide).toEqual([]);
});

test('the crossing of steps and skills is a table with a mark a cell', () => {
  const document = documentOf(pageAt('/service-cycle/cycle-by-skills/'));
  expect(document.querySelectorAll('table.grid tbody tr')).toHaveLength(6);
  expect(document.querySelectorAll('table.grid tbody tr:first-child td')).toHaveLength(9);
  expect(document.querySelectorAll('table.grid td.on')).toHaveLength(28);
});

test('a case stands as a timeline', () => {
  const document = documentOf(pageAt('/complaints/case-hot-water/'));
  expect(document.querySelectorAll('ol.scenes > li').length).toBeGreaterThanOrEqual(6);
});

describe.each(topics)('$id', (topic) => {
  test.each(['zh', 'en'] as const)('has what a topic needs (%s)', (lang) => {
    expect(topic.aliases[lang].length).toBeGreaterThanOrEqual(6);
    expect(topic.questions[lang]).toBeGreaterThanOrEqual(5);
    if (!WITHOUT_CARD.has(topic.id)) expect(topic.cards.length).toBeGreaterThan(0);
  });

  test.each(['zh', 'en'] as const)(
    'shows its description, blocks, date and three questions without scripts, and leads to all of them (%s)',
    (lang) => {
      const document = documentOf(pageAt(topic.url[lang]));
      const text = document.body.textContent;
      expect(document.querySelector('h1')?.textContent).toBe(topic.title[lang]);
      expect(document.querySelectorAll('.block').length).toBeGreaterThan(0);
      expect(text).toContain(topic.reviewed);
      expect(text).toContain(topic.owner[lang]);
      const some = document.querySelectorAll('#quiz ~ pocket-quiz [data-question]');
      expect(some).toHaveLength(3);
      const way = document.querySelector('#quiz ~ pocket-quiz .quiz-door')?.getAttribute('href') ?? '';
      const questions = documentOf(pageAt(way)).querySelectorAll('[data-question]');
      expect(questions).toHaveLength(topic.questions[lang]);
      for (const question of [...some, ...questions]) expect(question.querySelector('details')).not.toBeNull();
    },
  );

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
