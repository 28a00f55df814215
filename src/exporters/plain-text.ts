import { exportTexts } from '../i18n/exports.ts';
import type { Exporter } from './exporter.ts';
import { questionRows, ROW_FALLBACKS } from './question-rows.ts';

/** Text to paste into a survey or training tool: stem with its type, options, answer, explanation. */
export const plainText: Exporter = {
  format: 'text',
  extension: 'txt',
  mediaType: 'text/plain',
  fallbacks: ROW_FALLBACKS,
  write: (bank, questions) => {
    const say = exportTexts(bank.lang);
    // The tools take a new line for a new part of the question.
    const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');
    const paragraphs = questionRows(bank, questions).map(({ type, stem, options, answer, explanation }, index) =>
      [
        say('text.stem', { n: index + 1, type, stem: oneLine(stem) }),
        ...options.map((option, place) => `${String.fromCharCode(65 + place)}. ${oneLine(option)}`),
        say('text.answer', { answer }),
        say('text.explanation', { explanation: oneLine(explanation) }),
      ].join('\n'),
    );
    return new TextEncoder().encode(`${paragraphs.join('\n\n')}\n`);
  },
};
