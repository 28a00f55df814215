import type { Option, Question } from '../model/question.ts';
import { escapeXml, textAsHtml } from './escape-xml.ts';
import type { Bank, Exporter } from './exporter.ts';

/** Moodle XML (docs.moodle.org, “Moodle XML format”), for Moodle 4.4 and later, where ordering questions are built in. */
export const moodleXml: Exporter = {
  format: 'moodle',
  extension: 'moodle.xml',
  mediaType: 'application/xml',
  fallbacks: { 'true-false': 'worded-as-choice', sort: 'sort-as-match', scenario: 'scenario-as-choices' },
  write: (bank, questions) => {
    const topics = bank.topics.flatMap(({ id, title }) => {
      const own = questions.filter(({ topic }) => topic === id);
      return own.length === 0 ? [] : [category(bank, title), ...own.map(moodleQuestion)];
    });
    return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${topics.join('\n')}\n</quiz>\n`);
  },
};

function category({ site, title }: Bank, topic: string): string {
  const names = [site, title, topic].map((name) => name.replaceAll('/', '//'));
  return `<question type="category"><category><text>$course$/top/${escapeXml(names.join('/'))}</text></category></question>`;
}

const TYPES = {
  choice: 'multichoice',
  multiple: 'multichoice',
  'true-false': 'truefalse',
  order: 'ordering',
  match: 'matching',
};

function moodleQuestion(question: Question): string {
  if (question.type === 'sort' || question.type === 'scenario') throw new Error(`Moodle has no ${question.type}`);
  return [
    `<question type="${TYPES[question.type]}">`,
    `<name><text>${escapeXml(question.stem.split('\n')[0] ?? '')}</text></name>`,
    `<questiontext format="html"><text>${html(question.stem)}</text></questiontext>`,
    `<generalfeedback format="html"><text>${html(generalFeedback(question))}</text></generalfeedback>`,
    '<defaultgrade>1</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden>',
    `<idnumber>${escapeXml(question.id)}</idnumber>`,
    ...answers(question),
    '</question>',
  ].join('\n');
}

/** Reasons that Moodle has no place for beside each part. */
function generalFeedback(question: Question): string {
  if (question.type === 'order') return question.order.map(({ text, feedback }) => `${text} ${feedback}`).join('\n');
  if (question.type === 'match') {
    return question.pairs.map(({ left, right, feedback }) => `${left} → ${right}: ${feedback}`).join('\n');
  }
  return '';
}

function answers(question: Question): string[] {
  switch (question.type) {
    case 'choice':
    case 'multiple':
      return [
        `<single>${String(question.type === 'choice')}</single>`,
        '<shuffleanswers>false</shuffleanswers><answernumbering>ABCD</answernumbering>',
        ...question.options.map((option) => answer(shareOf(option, question), html(option.text), option.feedback)),
      ];
    case 'true-false':
      return question.options.map((option) => answer(option.correct ? '100' : '0', option.id, option.feedback));
    case 'order':
      return [
        '<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><gradingtype>LONGEST_ORDERED_SUBSET</gradingtype>',
        ...question.order.map(({ text }, index) => answer(String(index + 1), html(text), '')),
      ];
    case 'match':
      return [
        '<shuffleanswers>true</shuffleanswers>',
        ...question.pairs.map(
          ({ left, right }) =>
            `<subquestion format="html"><text>${html(left)}</text><answer><text>${escapeXml(right)}</text></answer></subquestion>`,
        ),
      ];
    default:
      return [];
  }
}

function answer(fraction: string, text: string, feedback: string): string {
  return `<answer fraction="${fraction}" format="html"><text>${text}</text><feedback format="html"><text>${html(feedback)}</text></feedback></answer>`;
}

/** HTML, escaped once more to stand as text in XML. */
function html(text: string): string {
  return escapeXml(textAsHtml(text));
}

/** Share of the marks in per cent; in a choice of several a wrong tick costs what a right one earns. */
function shareOf(option: Option, { type, options }: { type: string; options: readonly Option[] }): string {
  if (type === 'choice') return option.correct ? '100' : '0';
  const share = 100 / options.filter(({ correct }) => correct === option.correct).length;
  return `${option.correct ? '' : '-'}${String(Number(share.toFixed(5)))}`;
}
