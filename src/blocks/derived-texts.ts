import { hashText } from '../model/hash-text.ts';
import type { Position } from '../model/issue.ts';
import { LANGS, type Lang, type Localized } from '../model/localized.ts';
import { isLocalized } from './facts.ts';
import type { Records, SourceFile, TopicRecord } from './records.ts';

/** A text that was made from another: English from Chinese, or a `short` from the full text in the same language. */
export interface DerivedText {
  /** Its name in the lock: `<topic>/<block>/<fact>#<field>`, with `@<lang>` after it for a short made from the full text. */
  key: string;
  /** What a trainer confirms at once: the id of the topic, or the name of the file for what is in no topic. */
  scope: string;
  kind: 'translation' | 'prose' | 'short';
  /** The language of the derived text. */
  lang: Lang;
  /** Hash of the text that it was made from. */
  from: string;
  /** Hash of the text itself. */
  made: string;
  file: string;
  /** Where the derived text stands; looked up only when asked for. */
  locate: () => Position;
}

type Path = (string | number)[];
type Node = Record<string, unknown>;

const ORIGINAL = 'zh';
const TRANSLATION = 'en';

/** Lists whose entries keep their name when they are moved to another fact of the block, as a fact's own id does. */
const NOT_FACTS = new Set(['questions', 'options', 'facets', 'choices', 'columns', 'rows', 'cards', 'sources']);

/** What a `short` is made from, the first of these that stands beside it. */
const FULL_TEXTS = ['definition', 'title', 'text', 'say', 'truth'];

/** Every text of the content that was made from another, with the hashes that tell whether it has kept up. */
export function derivedTexts(records: Records): DerivedText[] {
  const files: [string, SourceFile<object>][] = [
    ['site', records.site],
    ['glossary', records.glossary],
    ...[...records.decks].map(([id, deck]): [string, SourceFile<object>] => [`decks/${id}`, deck]),
    ...[...records.paths].map(([id, path]): [string, SourceFile<object>] => [`paths/${id}`, path]),
    ...records.topics.map((topic): [string, SourceFile<object>] => [topic.id, topic]),
  ];
  return [...files.flatMap(([scope, source]) => fromRecord(scope, source)), ...records.topics.flatMap(fromProse)];
}

/** The original has changed since the text was last confirmed, and the text has not. */
export function isBehind({ from, made }: DerivedText, confirmed: { from: string; made: string } | undefined): boolean {
  return confirmed !== undefined && confirmed.from !== from && confirmed.made === made;
}

function fromProse({ id, prose }: TopicRecord): DerivedText[] {
  return [
    {
      key: `${id}#prose`,
      scope: id,
      kind: 'prose',
      lang: TRANSLATION,
      from: hashText(prose[ORIGINAL].source),
      made: hashText(prose[TRANSLATION].source),
      file: prose[TRANSLATION].file,
      locate: () => ({ line: 1, column: 1 }),
    },
  ];
}

function fromRecord(scope: string, source: SourceFile<object>): DerivedText[] {
  return collect(source.data as Node, scope, '', []);

  function collect(node: Node, owner: string, field: string, path: Path): DerivedText[] {
    return Object.entries(node).flatMap(([key, value]): DerivedText[] => {
      const name = field ? `${field}.${key}` : key;
      const here = [...path, key];
      if (isLocalized(value)) {
        return [
          translation(value, `${owner}#${name}`, here),
          ...(key === 'short' ? shortOf(node, owner, name, here) : []),
        ];
      }
      if (Array.isArray(value)) {
        return value.flatMap((child: unknown, index) =>
          isNode(child) ? collect(child, ownerOf(child, owner, key), '', [...here, index]) : [],
        );
      }
      if (!isNode(value)) return [];
      const pairs = key === 'short' ? shortParts(node, value, owner, name, here) : [];
      return [...collect(value, owner, name, here), ...pairs];
    });
  }

  /** A fact is named inside its block, whatever step it stands in; other entries are named inside what holds them. */
  function ownerOf(child: Node, owner: string, list: string): string {
    const id = typeof child['id'] === 'string' ? child['id'] : hashText(JSON.stringify(child['title'] ?? child));
    if (list === 'blocks' || list === 'themes' || list === 'terms') return `${scope}/${id}`;
    if (NOT_FACTS.has(list)) return `${owner}/${list}:${id}`;
    const [block] = owner.startsWith(`${scope}/`) ? owner.slice(scope.length + 1).split('/') : [];
    return block === undefined || owner.includes('/questions:') ? `${owner}/${id}` : `${scope}/${block}/${id}`;
  }

  function translation(text: Localized, key: string, path: Path): DerivedText {
    return derived('translation', TRANSLATION, key, text[ORIGINAL], text[TRANSLATION], path);
  }

  function shortOf(node: Node, owner: string, name: string, path: Path): DerivedText[] {
    const full = FULL_TEXTS.map((key) => node[key]).find(isLocalized);
    return full ? pair(full, node['short'] as Localized, `${owner}#${name}`, path) : [];
  }

  function shortParts(node: Node, parts: Node, owner: string, name: string, path: Path): DerivedText[] {
    return Object.entries(parts).flatMap(([part, brief]) => {
      const full = node[part];
      return isLocalized(brief) && isLocalized(full)
        ? pair(full, brief, `${owner}#${name}.${part}`, [...path, part])
        : [];
    });
  }

  function pair(full: Localized, brief: Localized, key: string, path: Path): DerivedText[] {
    return LANGS.map((lang) => derived('short', lang, `${key}@${lang}`, full[lang], brief[lang], path));
  }

  function derived(
    kind: DerivedText['kind'],
    lang: Lang,
    key: string,
    original: string,
    text: string,
    path: Path,
  ): DerivedText {
    return {
      key,
      scope,
      kind,
      lang,
      from: hashText(original),
      made: hashText(text),
      file: source.file,
      locate: () => source.locate([...path, lang]),
    };
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
