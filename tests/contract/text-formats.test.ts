import { parse as parseGift, type GIFTQuestion } from 'gift-pegjs';
import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { banks, expectedOf, exported, exportedText } from './every-question.ts';

/** The order of words is what counts: readers of text formats may join or drop spaces. */
const words = (text: string) => text.replace(/\s+/g, ' ').trim();
/** Among answers GIFT takes an arrow for a pair. */
const inGift = (text: string) => words(text.replaceAll('->', '→'));
/** The reader leaves the escapes of a right side in a code of its own. */
const decoded = (text: string) =>
  words(text.replace(/&&(\d{3});?/g, (_, code: string) => String.fromCharCode(Number(code))));

describe.each(banks.map((bank) => [`${bank.id}.${bank.lang}`, bank] as const))('%s', (_, bank) => {
  test('GIFT is read back by gift-pegjs, every question, key and reason', async () => {
    const read = parseGift(await exportedText(bank, 'gift')).filter(({ type }) => type !== 'Category');
    const expected = expectedOf(bank, 'gift');
    expect(read.map((question) => (question as { title: string }).title)).toEqual(expected.map(({ id }) => id));
    const byId = new Map(read.map((question) => [(question as { title: string }).title, question]));
    for (const question of expected) {
      const found = byId.get(question.id) as GIFTQuestion & { stem: { text: string } };
      expect(words(found.stem.text), question.id).toBe(words(question.stem));
      if (question.type === 'choice' || question.type === 'multiple') {
        if (found.type !== 'MC') throw new Error(`${question.id} is read as ${found.type}`);
        expect(
          found.choices.map(({ isCorrect, weight, text, feedback }) => ({
            correct: isCorrect || (weight ?? 0) > 0,
            text: words(text.text),
            feedback: words(feedback?.text ?? ''),
          })),
        ).toEqual(
          question.options.map(({ correct, text, feedback }) => ({
            correct,
            text: inGift(text),
            feedback: inGift(feedback),
          })),
        );
      } else if (question.type === 'true-false') {
        if (found.type !== 'TF') throw new Error(`${question.id} is read as ${found.type}`);
        expect(found.isTrue).toBe(question.options.find(({ correct }) => correct)?.id === 'true');
        const reasonOf = (correct: boolean) => question.options.find((option) => option.correct === correct)?.feedback;
        expect(words(found.trueFeedback?.text ?? '')).toBe(inGift(reasonOf(false) ?? ''));
        expect(words(found.falseFeedback?.text ?? '')).toBe(inGift(reasonOf(true) ?? ''));
      } else if (question.type === 'match') {
        if (found.type !== 'Matching') throw new Error(`${question.id} is read as ${found.type}`);
        expect(
          found.matchPairs.map(({ subquestion, subanswer }) => [words(subquestion.text), decoded(subanswer)]),
        ).toEqual(question.pairs.map(({ left, right }) => [left, right].map(inGift)));
      } else throw new Error(`GIFT does not hold ${question.type}`);
    }
  });

  test.each(['csv', 'xlsx'])('%s is read back by another library, cell for cell', async (format) => {
    const expected = expectedOf(bank, format);
    const rows =
      format === 'csv'
        ? Papa.parse<string[]>((await exportedText(bank, 'csv')).replace(/^\u{FEFF}/u, ''), { skipEmptyLines: true })
            .data
        : (await readSheet(Buffer.from(await exported(bank, 'xlsx')))).map((row) =>
            row.map((cell) => String(cell ?? '')),
          );
    const [head = [], ...body] = rows;
    expect(body).toHaveLength(expected.length);
    const stemAt = 1;
    const answerAt = head.length - 5;
    body.forEach((row, index) => {
      const question = expected[index];
      if (!question || !('options' in question)) throw new Error('only options stand in rows');
      expect(row[stemAt]).toBe(question.stem);
      if (question.type === 'true-false') {
        expect(row[answerAt]).toBe(question.options.find(({ correct }) => correct)?.text);
        return;
      }
      const options = row.slice(stemAt + 1, answerAt).filter((cell) => cell !== '');
      expect(options).toEqual(question.options.map(({ text }) => text));
      const keys = Array.from(row[answerAt] ?? '', (letter) => letter.charCodeAt(0) - 65);
      expect(keys).toEqual(question.options.flatMap(({ correct }, at) => (correct ? [at] : [])));
    });
  });

  test('the text to paste has a stem, its options, an answer and an explanation for every question', async () => {
    const expected = expectedOf(bank, 'text');
    const paragraphs = (await exportedText(bank, 'text')).trim().split('\n\n');
    expect(paragraphs).toHaveLength(expected.length);
    paragraphs.forEach((paragraph, index) => {
      const question = expected[index];
      if (!question || !('options' in question)) throw new Error('only options stand in the text');
      const lines = paragraph.split('\n');
      expect(words(lines[0] ?? '')).toContain(words(question.stem));
      expect(lines).toHaveLength(question.type === 'true-false' ? 3 : question.options.length + 3);
    });
  });

  test('JSON holds every question as it is', async () => {
    const read = JSON.parse(await exportedText(bank, 'json')) as { id: string; stem: string; type: string }[];
    expect(read.map(({ id, type, stem }) => ({ id, type, stem }))).toEqual(
      bank.questions.map(({ id, type, stem }) => ({ id, type, stem })),
    );
  });
});
