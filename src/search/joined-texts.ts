import type { TopicTexts } from './topic-texts.ts';

/* One separator for each level, where JSON spends three letters between any two texts. None of them is ever typed. */
const TOPIC = '\u0000';
const FIELD = '\u0001';
const GROUP = '\u0002';
const PART = '\u0003';
const ITEM = '\u0004';

/** The texts of topics as one text, shorter than JSON. */
export function joinTexts(topics: readonly TopicTexts[]): string {
  return topics
    .map(({ sections, terms, hasCard, hasQuiz, ...texts }) =>
      [
        texts.title,
        texts.short ?? '',
        texts.description,
        texts.line ?? '',
        joined(texts.aliases),
        joined(texts.asks),
        joined(texts.foreign),
        terms.map(joined).join(GROUP),
        joined(texts.phrases),
        sections.map(({ block, title, names }) => [block, title, joined(names)].join(PART)).join(GROUP),
        `${hasCard ? 'c' : ''}${hasQuiz ? 'q' : ''}`,
      ].join(FIELD),
    )
    .join(TOPIC);
}

/** What `joinTexts` joined. */
export function splitTexts(text: string): TopicTexts[] {
  return split(text, TOPIC).map((topic) => {
    const fields = topic.split(FIELD);
    const at = (field: number) => fields[field] ?? '';
    return {
      title: at(0),
      short: at(1) || undefined,
      description: at(2),
      line: at(3) || undefined,
      aliases: split(at(4)),
      asks: split(at(5)),
      foreign: split(at(6)),
      terms: split(at(7), GROUP).map((names) => split(names)),
      phrases: split(at(8)),
      sections: split(at(9), GROUP).map((section) => {
        const [block = '', title = '', names = ''] = section.split(PART);
        return { block, title, names: split(names) };
      }),
      hasCard: at(10).includes('c'),
      hasQuiz: at(10).includes('q'),
    };
  });
}

function joined(items: readonly string[]): string {
  return items.join(ITEM);
}

function split(text: string, by = ITEM): string[] {
  return text === '' ? [] : text.split(by);
}
