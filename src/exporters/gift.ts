import type { Option, Question } from '../model/question.ts';
import type { Bank, Exporter } from './exporter.ts';

/** GIFT, as Moodle reads it (docs.moodle.org, “GIFT format”): one text file; a category, then questions. */
export const gift: Exporter = {
  format: 'gift',
  extension: 'gift.txt',
  mediaType: 'text/plain',
  fallbacks: {
    'true-false': 'worded-as-choice',
    order: 'order-as-match',
    sort: 'sort-as-match',
    scenario: 'scenario-as-choices',
  },
  write: (bank, questions) => {
    const categories = bank.topics.flatMap(({ id, title }) => {
      const own = questions.filter(({ topic }) => topic === id);
      return own.length === 0 ? [] : [[category(bank, title), ...own.map(giftQuestion)].join('\n\n')];
    });
    return new TextEncoder().encode(`${categories.join('\n\n')}\n`);
  },
};

function category({ site, title }: Bank, topic: string): string {
  // A slash would begin a category below this one.
  const names = [site, title, topic].map((name) => name.replaceAll('/', '／').replaceAll('\n', ' '));
  return `$CATEGORY: ${names.join('/')}`;
}

function giftQuestion(question: Question): string {
  return `::${escape(question.id)}::[plain]${escape(question.stem)} {${answers(question)}\n}`;
}

function answers(question: Question): string {
  switch (question.type) {
    case 'choice':
      return question.options.map((option) => line(option.correct ? '=' : '~', option)).join('');
    case 'multiple':
      return question.options.map((option) => line(`~%${weightOf(option, question.options)}%`, option)).join('');
    case 'true-false': {
      const key = question.options.find(({ correct }) => correct);
      const other = question.options.find(({ correct }) => !correct);
      // The reason for the wrong answer stands first.
      return `${key?.id === 'true' ? 'TRUE' : 'FALSE'}#${inBraces(other?.feedback ?? '')}#${inBraces(key?.feedback ?? '')}`;
    }
    case 'match': {
      const pairs = question.pairs.map(({ left, right }) => `\n\t=${inBraces(left)} -> ${inBraces(right)}`);
      const reasons = question.pairs.map(({ left, right, feedback }) => `${left} → ${right}: ${feedback}`);
      return `${pairs.join('')}\n\t####${inBraces(reasons.join('\n'))}`;
    }
    default:
      throw new Error(`GIFT has no ${question.type}`);
  }
}

function line(mark: string, { text, feedback }: Option): string {
  return `\n\t${mark}${inBraces(text)}#${inBraces(feedback)}`;
}

/** Share of the marks in per cent, as Moodle's own list has it; a wrong tick costs what a right one earns. */
function weightOf({ correct }: Option, options: readonly Option[]): string {
  const share = 100 / options.filter((option) => option.correct === correct).length;
  return `${correct ? '' : '-'}${String(Number(share.toFixed(5)))}`;
}

/** What means something to GIFT is marked with a backslash; a line end would end the question. */
function escape(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** Text among the answers, where an arrow would make pairs of them; it cannot be escaped. */
function inBraces(text: string): string {
  return escape(text.replaceAll('->', '→'));
}
