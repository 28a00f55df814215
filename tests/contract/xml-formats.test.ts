import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import readMoodleXml, { type ReadQuestion } from 'moodlexml-to-json';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/model/question.ts';
import { banks, expectedOf, exported, exportedText } from './every-question.ts';

const { window } = new JSDOM('');
const parser = new window.DOMParser();
const parseXml = (xml: string) => {
  const document = parser.parseFromString(xml, 'text/xml');
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
  return document;
};
/** What a reader sees of HTML that stands as text in XML. */
const shownText = (html: string) =>
  parser.parseFromString(html.replace(/<br\/?>/g, '\n'), 'text/html').body.textContent;
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();
const textsOf = (root: Element | Document, selector: string) =>
  [...root.querySelectorAll(selector)].map((element) => squeezed(shownText(element.textContent)));

/** Every piece of an item's own text, line breaks as spaces. */
function words(element: Element): string {
  return squeezed(element.innerHTML.replace(/<br[^>]*>/g, '\n').replace(/<[^>]+>/g, ''))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', '\u00A0')
    .replaceAll('&amp;', '&');
}

/** What a delivery engine scores for a response, by the item's own mapping or match. */
function scoreOf(item: Document, response: readonly string[]): number {
  const correct = [...item.querySelectorAll('responseDeclaration > correctResponse > value')].map((v) => v.textContent);
  if (item.querySelector('responseProcessing match')) return correct.join() === response.join() ? 1 : 0;
  const mapping = item.querySelector('mapping')!;
  const bound = (name: string) => Number(mapping.getAttribute(name));
  const values = new Map(
    [...mapping.querySelectorAll('mapEntry')].map((entry) => [
      entry.getAttribute('mapKey'),
      Number(entry.getAttribute('mappedValue')),
    ]),
  );
  const sum = response.reduce((total, one) => total + (values.get(one) ?? bound('defaultValue')), 0);
  return Math.min(bound('upperBound'), Math.max(bound('lowerBound'), sum));
}

/** The texts that are put before the reader, in their order. */
function shownIn(question: Question): string[] {
  switch (question.type) {
    case 'order':
      return question.shown.map((id) => question.order.find((item) => item.id === id)?.text ?? '');
    case 'match':
      return [
        ...question.pairs.map(({ left }) => left),
        ...question.shown.map((id) => question.pairs.find((pair) => pair.id === id)?.right ?? ''),
      ];
    case 'sort': {
      const items = question.bins.flatMap((bin) => bin.items);
      return [
        ...question.shown.map((id) => items.find((item) => item.id === id)?.text ?? ''),
        ...question.bins.map(({ label }) => label),
      ];
    }
    case 'scenario':
      return [];
    default:
      return question.options.map(({ text }) => text);
  }
}

describe.each(banks.map((bank) => [`${bank.id}.${bank.lang}`, bank] as const))('%s', (_, bank) => {
  test('a QTI package names every file, and each item scores its key fully and nothing not at all', async () => {
    const files = unzipSync(await exported(bank, 'qti'));
    const read = (name: string) => new TextDecoder().decode(files[name]);
    const listed = [...parseXml(read('imsmanifest.xml')).querySelectorAll('file')].map((f) => f.getAttribute('href'));
    expect([...listed].sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'imsmanifest.xml')
        .sort(),
    );
    const refs = [...parseXml(read('test.xml')).querySelectorAll('assessmentItemRef')];
    const expected = expectedOf(bank, 'qti');
    expect(refs).toHaveLength(expected.length);
    const byId = new Map(expected.map((question) => [question.id, question]));
    for (const ref of refs) {
      const item = parseXml(read(ref.getAttribute('href')!));
      const root = item.documentElement;
      const question = byId.get(root.getAttribute('label') ?? '')!;
      expect(words(item.querySelector('prompt')!), question.id).toBe(squeezed(question.stem));
      const choices = [...item.querySelectorAll('simpleChoice, simpleAssociableChoice')];
      expect(choices.map(words), question.id).toEqual(shownIn(question).map(squeezed));
      const correct = [...item.querySelectorAll('correctResponse > value')].map((value) => value.textContent);
      expect(scoreOf(item, correct), question.id).toBeCloseTo(1, 4);
      expect(scoreOf(item, []), question.id).toBe(0);
      if (question.type === 'multiple') {
        expect(
          scoreOf(
            item,
            choices.map((choice) => choice.getAttribute('identifier')!),
          ),
        ).toBeCloseTo(0, 4);
      }
      // Every reason can be reached by what the item sets.
      const identifiers = new Set(choices.map((choice) => choice.getAttribute('identifier')));
      for (const reason of item.querySelectorAll('modalFeedback')) {
        const identifier = reason.getAttribute('identifier');
        expect(identifier === 'ALL' || identifiers.has(identifier)).toBe(true);
      }
    }
  }, 180_000);

  test('Moodle XML holds every question with its options, shares of marks and reasons', async () => {
    const quiz = parseXml(await exportedText(bank, 'moodle'));
    const questions = [...quiz.querySelectorAll('question:not([type=category])')];
    const expected = expectedOf(bank, 'moodle');
    expect(questions).toHaveLength(expected.length);
    const byId = new Map(questions.map((found) => [found.querySelector('idnumber')?.textContent, found]));
    expect(byId.size).toBe(expected.length);
    for (const question of expected) {
      const found = byId.get(question.id)!;
      expect(question.id.length).toBeLessThanOrEqual(100);
      expect(textsOf(found, 'questiontext > text')).toEqual([squeezed(question.stem)]);
      if (question.type === 'choice' || question.type === 'multiple') {
        expect(textsOf(found, 'answer > text')).toEqual(question.options.map(({ text }) => squeezed(text)));
        expect(textsOf(found, 'answer > feedback > text')).toEqual(
          question.options.map(({ feedback }) => squeezed(feedback)),
        );
        const shares = [...found.querySelectorAll('answer')].map((answer) => Number(answer.getAttribute('fraction')));
        const keys = shares.filter((_, at) => question.options[at]?.correct);
        expect(keys.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 2);
        expect(shares.filter((_, at) => !question.options[at]?.correct).every((share) => share <= 0)).toBe(true);
      } else if (question.type === 'order') {
        expect(textsOf(found, 'answer > text')).toEqual(question.order.map(({ text }) => squeezed(text)));
      } else if (question.type === 'match') {
        expect(textsOf(found, 'subquestion > text')).toEqual(question.pairs.map(({ left }) => squeezed(left)));
        expect([...found.querySelectorAll('subquestion > answer > text')].map((e) => squeezed(e.textContent))).toEqual(
          question.pairs.map(({ right }) => squeezed(right)),
        );
      }
    }
  }, 180_000);

  test('Moodle XML is read by another reader, every question that it knows of', async () => {
    const xml = await exportedText(bank, 'moodle');
    const read = await new Promise<ReadQuestion[]>((resolve, reject) => {
      readMoodleXml(xml, (result, error) => (result ? resolve(result.questions) : reject(error)));
    });
    // It leaves out white space, and knows nothing of ordering.
    const bare = (text: unknown) => shownText(String(text)).replace(/\s/g, '');
    const expected = expectedOf(bank, 'moodle').filter(({ type }) => type !== 'order');
    const questions = read.filter(({ type }) => type !== 'category');
    expect(questions).toHaveLength(expected.length);
    expected.forEach((question, at) => {
      const found = questions[at]!;
      expect(bare(found.questiontext), question.id).toBe(question.stem.replace(/\s/g, ''));
      if (question.type === 'match') {
        const pairs = found.correctAnswer as [unknown, unknown][];
        expect(pairs.map(([left, right]) => [bare(left), String(right).replace(/\s/g, '')])).toEqual(
          question.pairs.map(({ left, right }) => [left, right].map((text) => text.replace(/\s/g, ''))),
        );
      } else if (question.type === 'true-false') {
        expect(found.correctAnswer).toBe(question.options.find(({ correct }) => correct)?.id === 'true');
      } else if ('options' in question) {
        expect(found.answers.map(({ text }) => bare(text))).toEqual(
          question.options.map(({ text }) => text.replace(/\s/g, '')),
        );
        expect(found.correctAnswer).toEqual(question.options.flatMap(({ correct }, place) => (correct ? [place] : [])));
        expect(String(found.single)).toBe(String(question.type === 'choice'));
      }
    });
  }, 180_000);
});
