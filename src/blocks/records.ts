import type { Curriculum } from '../model/curriculum.ts';
import type { Deck } from '../model/deck.ts';
import type { Glossary } from '../model/glossary.ts';
import type { Position } from '../model/issue.ts';
import type { Lang } from '../model/localized.ts';
import type { Permalinks, Translations } from '../model/locks.ts';
import type { Path } from '../model/path.ts';
import type { Site } from '../model/site.ts';
import type { Topic } from './registry.ts';

/** A file of `content/` that was read and found well-formed. */
export interface SourceFile<T> {
  /** Relative to the repository, with forward slashes. */
  file: string;
  data: T;
  /** Where in the file a value stands; the nearest enclosing value when there is none at `path`. */
  locate: (path: readonly (string | number)[]) => Position;
  /** Ids that stand in parts of the file which could not be read; left out when all of it was. */
  lost?: ReadonlySet<string>;
}

/** The prose of a topic in one language, as MDX source. */
export interface Prose {
  file: string;
  source: string;
}

export interface TopicRecord extends SourceFile<Topic> {
  /** `<theme>/<topic>`, from the folder. */
  id: string;
  theme: string;
  slug: string;
  prose: Record<Lang, Prose>;
  /** What people have typed or may type to get here, a line each in `wordings.<lang>.txt`; often none. */
  wordings: Record<Lang, readonly string[]>;
}

/** All of `content/`, as the site, the checks and the commands see it. */
export interface Records {
  site: SourceFile<Site>;
  /** In reading order: by theme as in the site file, then by `order`. */
  topics: TopicRecord[];
  /** By id, the file's name without its ending. */
  decks: Map<string, SourceFile<Deck>>;
  paths: Map<string, SourceFile<Path>>;
  glossary: SourceFile<Glossary>;
  curriculum: SourceFile<Curriculum>;
  permalinks: SourceFile<Permalinks>;
  translations: SourceFile<Translations>;
  /** What people type that is none of this site's subject, a line each in `content/elsewhere.<lang>.txt`. */
  elsewhere: Record<Lang, readonly string[]>;
  /** Files that are in their place but could not be read at all; left out when there are none. */
  unread?: ReadonlySet<string>;
  /** Prose whose record could not be read; left out when there is none. */
  strayProse?: Prose[];
}
