import { exportTexts } from '../i18n/exports.ts';
import type { Question } from '../model/question.ts';
import type { Bank, Fallbacks } from './exporter.ts';

/** What survey and training tools import: choices of one or several, true or false. All else is said through these. */
export const ROW_FALLBACKS: Fallbacks = {
  'true-false': 'worded-as-choice',
  order: 'order-as-choice',
  match: 'match-as-choices',
  sort: 'sort-as-multiples',
  scenario: 'scenario-as-choices',
};

/** One question as the cells of a table, options apart. */
export interface QuestionRow {
  type: string;
  stem: string;
  options: string[];
  /** The letters of the key, `AC`; of a true–false question the word. */
  answer: string;
  /** The reasons of all options, the key's first. */
  explanation: string;
  topic: string;
  id: string;
  link: string;
}

/** The questions as rows. They hold only types that stand in rows: see `ROW_FALLBACKS`. */
export function questionRows({ lang, address, topics }: Bank, questions: readonly Question[]): QuestionRow[] {
  const say = exportTexts(lang);
  return questions.map((question) => {
    if (!('options' in question)) throw new Error(`a ${question.type} question does not stand in a row`);
    const { type, stem, options, id, url } = question;
    const lettered = options.map((option, index) => ({ ...option, letter: String.fromCharCode(65 + index) }));
    const keys = lettered.filter(({ correct }) => correct);
    const reasons = [...keys, ...lettered.filter(({ correct }) => !correct)].map((option) =>
      say('row.reason', { option: type === 'true-false' ? option.text : option.letter, reason: option.feedback }),
    );
    return {
      type: say(`type.${type}`),
      stem,
      options: type === 'true-false' ? [] : options.map(({ text }) => text),
      answer: type === 'true-false' ? (keys[0]?.text ?? '') : keys.map(({ letter }) => letter).join(''),
      explanation: reasons.join('\n'),
      topic: topics.find((topic) => topic.id === question.topic)?.title ?? question.topic,
      id,
      link: address === '' ? '' : `${address}${url}`,
    };
  });
}

/** The rows as a table with a head; as many columns of options as the longest question needs. */
export function questionTable(bank: Bank, questions: readonly Question[]): string[][] {
  const say = exportTexts(bank.lang);
  const rows = questionRows(bank, questions);
  const most = Math.max(0, ...rows.map(({ options }) => options.length));
  const places = Array.from({ length: most }, (_, index) => index);
  const head = [
    say('column.type'),
    say('column.stem'),
    ...places.map((place) => say('column.option', { letter: String.fromCharCode(65 + place) })),
    say('column.answer'),
    say('column.explanation'),
    say('column.topic'),
    say('column.id'),
    say('column.link'),
  ];
  return [
    head,
    ...rows.map(({ type, stem, options, answer, explanation, topic, id, link }) => [
      type,
      stem,
      ...places.map((place) => options[place] ?? ''),
      answer,
      explanation,
      topic,
      id,
      link,
    ]),
  ];
}
