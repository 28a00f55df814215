import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { loadRecordsOrThrow } from '../../../scripts/lib/load-records.ts';
import { layOutKey, layOutSheets } from '../../../scripts/lib/paper-layout.ts';
import { drawSitePaper, papersOfSite } from '../../../scripts/lib/papers-of-site.ts';
import { runProgram } from '../../../scripts/lib/run-program.ts';
import { PT_PER_MM } from '../../../src/cards/card-size.ts';
import type { TextMeasurer } from '../../../src/cards/measure-text.ts';
import { drawPaper } from '../../../src/quiz/draw-paper.ts';
import { showQuestion } from '../../../src/quiz/types/registry.ts';
import { topicQuestions } from '../../../src/blocks/topic-questions.ts';
import { pdfText } from '../../site/pdf-text.ts';

const records = loadRecordsOrThrow(process.cwd());
/** Every Chinese character is as wide as it is high, every other half as wide. */
const measurer: TextMeasurer = {
  measure: (text, sizePt) => [...text].reduce((sum, letter) => sum + (letter > '\u2fff' ? 1 : 0.5), 0) * sizePt,
  hasGlyph: () => true,
};

describe.each(['zh', 'en'] as const)('laid out in %s', (lang) => {
  test.each(papersOfSite(records).map(({ id, plan }) => ({ id, plan })))(
    '$id: all of it stands inside the margins',
    ({ plan }) => {
      const { about, versions } = drawSitePaper(records, plan, lang);
      for (const version of versions) {
        for (const page of [...layOutSheets(about, version, measurer), ...layOutKey(about, version, measurer)]) {
          for (const shape of page) {
            const [bottom, text] = shape.kind === 'text' ? [shape.baselinePt, shape.text] : [shape.yPt, ''];
            // The left half of an opening quotation mark is blank, and hangs out.
            expect(shape.xPt, text).toBeGreaterThanOrEqual(17 * PT_PER_MM - 12);
            const widthPt = 'widthPt' in shape ? shape.widthPt : 0;
            expect(shape.xPt + widthPt, text).toBeLessThanOrEqual(210 * PT_PER_MM - 15 * PT_PER_MM);
            expect(bottom, text).toBeLessThanOrEqual((297 - 15) * PT_PER_MM);
          }
        }
      }
    },
  );
});

test('a paper of a seed asks what an exam of that seed asks', () => {
  const topics = records.topics.filter(({ theme }) => theme === 'complaints');
  const plan = { title: { zh: '', en: '' }, topics, length: 12, seed: 'monday', versions: 1 };
  const bank = topics.flatMap((topic) => topicQuestions(topic, 'zh')).map((question) => showQuestion(question));
  const printed = drawSitePaper(records, plan, 'en').versions[0]!.questions.map(({ id }) => id);
  expect(printed).toEqual(drawPaper(bank, 'monday', 12).map(({ id }) => id));
});

describe('the quiz command', () => {
  let out: string;
  beforeEach(() => {
    out = mkdtempSync(path.join(tmpdir(), 'pocketbook-'));
    onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  });
  const quiz = (...args: string[]) => runProgram(process.execPath, ['scripts/quiz.ts', ...args, '--out', out]);

  test('writes sheets and key of a topic by its short name', async () => {
    const { ok, output } = await quiz(
      '--paper',
      '--topic',
      'six-steps',
      '--length',
      '6',
      '--versions',
      '2',
      '--lang',
      'en',
    );
    expect(output).toContain('complaints-six-steps-1.en.pdf');
    expect(ok).toBe(true);
    expect(readdirSync(out).sort()).toEqual(['complaints-six-steps-1-key.en.pdf', 'complaints-six-steps-1.en.pdf']);
    const { text } = await pdfText(new Uint8Array(readFileSync(path.join(out, 'complaints-six-steps-1.en.pdf'))));
    expect(text).toContain('version A');
    expect(text).toContain('version B');
    expect(text).not.toContain('version C');
  });

  test.each([
    [['--paper', '--topic', 'six-step'], '是不是想要“'],
    [['--paper', '--length', '0'], '--length 要写 1 到 100 的整数。'],
    [['--paper', '--seed', 'a/b'], '--seed 要写字母、数字或连字符。'],
    [[], '或者印成试卷'],
  ])('%j: says what is wrong and writes nothing', async (args, said) => {
    const { ok, output } = await quiz(...args);
    expect(ok).toBe(false);
    expect(output).toContain(said);
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
  });
});
