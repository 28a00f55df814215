import type { Lang } from '../model/localized.ts';
import { answerQuery, type QueryAnswer, type SearchSources as Sources } from '../search/answer-query.ts';
import { readHanTable, speakerOf, type HanData } from '../search/han-table.ts';
import { wholeIndex, withWordings } from '../search/intent-index.ts';
import { splitTexts } from '../search/joined-texts.ts';
import { unpackText } from '../search/packed-text.ts';
import { postSounds, postTerms } from '../search/post-terms.ts';
import {
  groupsOfWordings,
  TOPICS_A_FILE,
  type SearchCore,
  type SectionText,
  type TopicAnswers,
} from '../search/search-files.ts';
import type { IndexCore, IndexShard, ShardedIndex } from '../search/sharded-index.ts';
import { passagesOf, type TopicTexts } from '../search/topic-texts.ts';
import type { PackedWordings, WordingsOf } from '../search/wordings.ts';

/** What has to be fetched for one question comes in a few rounds, since one file tells of the next. */
const ROUNDS = 6;

/** Pages that are read for their words when the index of names and asks did not have them. */
const MOST_READ = 3;

/** So long after it was opened the search fetches what the first hits did not need. */
const AFTER_OPENING_MS = 250;

/** A section whose words answer a query. */
export interface SectionHit {
  topic: number;
  section: SectionText;
  excerpt: string;
  /** True when the whole query stands there. */
  isQuoted: boolean;
}

/** The files of the search in the browser: each fetched once, when it is wanted. */
export class SearchFiles {
  readonly #folder: string;
  readonly #lang: Lang;
  readonly #fetched = new Map<string, Promise<unknown>>();
  #opened: Promise<SearchCore> | undefined;
  #texts: TopicTexts[] | undefined;
  readonly #shards: Partial<Record<Lang, ShardedIndex>> = {};
  readonly #sources: Sources;
  #text: ShardedIndex | undefined;
  /** Adds to an index that is there whole what people ask its topics for. */
  #addWordings: ((wordings: WordingsOf) => void) | undefined;
  /** Adds how an index sounds that is there whole, once the table of characters is there too. */
  #addSounds: ((speak: ReturnType<typeof speakerOf>) => void) | undefined;

  /** @param folder the address of this version's files, with a slash at its end. */
  constructor(folder: string, lang: Lang) {
    this.#folder = folder;
    this.#lang = lang;
    this.#sources = { lang, indexes: {}, han: undefined };
  }

  /** Fetches what every query needs; rejects when that cannot be had. */
  open(): Promise<SearchCore> {
    if (!this.#opened) {
      const opened = this.#fetch<SearchCore>(this.#lang).then(async (core) => {
        if (core.texts) this.#readWhole(core.texts, core.topics.length);
        else await this.#openShards(this.#lang);
        setTimeout(() => void this.#loadRest(), AFTER_OPENING_MS);
        return core;
      });
      this.#opened = opened;
      opened.catch(() => (this.#opened = undefined));
    }
    return this.#opened;
  }

  /** The answer to `query`, from all that can be had. */
  async answer(query: string): Promise<QueryAnswer> {
    await this.open();
    let answer = answerQuery(query, this.#sources);
    for (let round = 0; round < ROUNDS; round += 1) {
      const came = await Promise.all([...this.#missing(), ...this.#wanted(answer)]);
      if (!came.includes(true)) break;
      answer = answerQuery(query, this.#sources);
    }
    return answer;
  }

  /** The same with the wordings that people use, which come after all that is needed to answer at once. */
  async answerByWordings(query: string): Promise<QueryAnswer> {
    await this.open();
    await this.#loadWordings();
    return this.answer(query);
  }

  /** What every reader wants sooner or later, also one who has lost the network by then. */
  async #loadRest(): Promise<void> {
    // Chinese is typed by its sound as well.
    await Promise.all([this.#loadWordings(), this.#lang === 'zh' && !this.#sources.han && this.#loadHan()]);
  }

  /** What is shown of the topics given by number. */
  async shown(topics: readonly number[]): Promise<Map<number, TopicTexts>> {
    const own = this.#texts;
    if (!own) return this.#perTopic<TopicTexts>('topics', topics, this.#lang);
    return new Map(topics.flatMap((topic) => (own[topic] ? [[topic, own[topic]]] : [])));
  }

  /** What a topic answers directly. */
  async answers(topic: number): Promise<TopicAnswers | undefined> {
    return (await this.#perTopic<TopicAnswers>('answers', [topic], this.#lang)).get(topic);
  }

  /** The sections whose words answer `query`, best first and one a topic, with what is written there. */
  async sections(query: string, known: ReadonlySet<number>): Promise<SectionHit[]> {
    const [index, { excerptOf, findSections }] = await Promise.all([
      this.#openText(),
      import('../search/find-sections.ts'),
    ]);
    const find = () => findSections(query, index, this.#lang, this.#sources.han?.simplified);
    let found = find();
    for (let round = 0; round < ROUNDS; round += 1) {
      const came = await Promise.all(index.takeMissing().map((shard) => this.#loadTextShard(index, shard)));
      if (!came.includes(true)) break;
      found = find();
    }
    const first = new Map([...found].reverse().map((section) => [section.topic, section]));
    const added = [...first.values()].reverse().filter(({ topic }) => !known.has(topic));
    const read = added.slice(0, MOST_READ).map(async ({ topic, nth }): Promise<SectionHit[]> => {
      const page = await this.#fetch<SectionText[]>(`${this.#lang}-page-${topic}`).catch((): SectionText[] => []);
      const section = page[nth];
      return section ? [{ topic, section, ...excerptOf(section.text, query) }] : [];
    });
    return (await Promise.all(read)).flat();
  }

  async #openText(): Promise<ShardedIndex> {
    const index = await this.#readShards(`${this.#lang}-text`);
    return (this.#text ??= index);
  }

  #loadTextShard(index: ShardedIndex, shard: number): Promise<boolean> {
    const name = `${this.#lang}-text-${shard}`;
    return didCome(this.#fetch<IndexShard>(name).then((content) => index.add(shard, content)));
  }

  #readWhole(packed: Parameters<typeof unpackText>[0], topics: number): void {
    const texts = splitTexts(unpackText(packed));
    const passages = texts.map(passagesOf);
    const posted = postTerms(passages, this.#lang);
    this.#texts = texts;
    let wordings: WordingsOf | undefined;
    const index = () => {
      const whole = wholeIndex(topics, posted);
      this.#sources.indexes[this.#lang] = wordings ? withWordings(whole, wordings) : whole;
    };
    index();
    this.#addWordings = (of) => {
      wordings = of;
      index();
    };
    if (this.#lang !== 'zh') return;
    this.#addSounds = (speak) => {
      postSounds(posted.postings, passages, speak);
      index();
    };
  }

  /** Fetches what tells where the shards of a language begin; those that a query needs come with the query. */
  async #openShards(lang: Lang): Promise<void> {
    const index = await this.#readShards(`${lang}-index`);
    this.#sources.indexes[lang] = this.#shards[lang] ??= index;
  }

  /** The index in shards whose core is the file `name`. */
  async #readShards(name: string): Promise<ShardedIndex> {
    const [core, { readShardedIndex }] = await Promise.all([
      this.#fetch<IndexCore>(name),
      import('../search/sharded-index.ts'),
    ]);
    return readShardedIndex(core);
  }

  #missing(): Promise<boolean>[] {
    return (['zh', 'en'] as const).flatMap((lang) =>
      (this.#shards[lang]?.takeMissing() ?? []).map((shard) => this.#loadShard(lang, shard)),
    );
  }

  #wanted({ wants: { lang, han } }: QueryAnswer): Promise<boolean>[] {
    const core = lang && !this.#sources.indexes[lang] ? [didCome(this.#openShards(lang))] : [];
    return han && !this.#sources.han ? [...core, this.#loadHan()] : core;
  }

  /** True when the shard came. */
  #loadShard(lang: Lang, shard: number): Promise<boolean> {
    return didCome(
      this.#fetch<IndexShard>(`${lang}-${shard}`).then((content) => this.#shards[lang]?.add(shard, content)),
    );
  }

  /** True when the wordings came, or are not kept apart from the index. */
  async #loadWordings(): Promise<boolean> {
    const { topics } = await this.open();
    if (!this.#addWordings) return true;
    return didCome(
      Promise.all([this.#fetch<PackedWordings>(`${this.#lang}-wordings`), import('../search/wordings.ts')]).then(
        ([packed, { readWordings }]) => {
          const add = this.#addWordings;
          this.#addWordings = undefined;
          add?.(readWordings(packed, groupsOfWordings(topics.length)));
        },
      ),
    );
  }

  #loadHan(): Promise<boolean> {
    return didCome(
      this.#fetch<HanData>('han').then((data) => {
        this.#sources.han ??= readHanTable(data);
        this.#addSounds?.(speakerOf(this.#sources.han));
        this.#addSounds = undefined;
      }),
    );
  }

  async #perTopic<T>(kind: 'topics' | 'answers', topics: readonly number[], lang: Lang): Promise<Map<number, T>> {
    const found = await Promise.all(
      topics.map(async (topic): Promise<[number, T][]> => {
        const name = `${lang}-${kind}-${Math.floor(topic / TOPICS_A_FILE)}`;
        const group = await this.#fetch<T[]>(name).catch(() => undefined);
        const one = group?.[topic % TOPICS_A_FILE];
        return one === undefined ? [] : [[topic, one]];
      }),
    );
    return new Map(found.flat());
  }

  #fetch<T>(name: string): Promise<T> {
    let known = this.#fetched.get(name);
    if (!known) {
      known = fetch(`${this.#folder}${name}.json`).then((response) => {
        if (!response.ok) throw new Error(`${name}: ${response.status}`);
        return response.json();
      });
      this.#fetched.set(name, known);
      // A failed file is asked for again the next time: the network may be back.
      known.catch(() => this.#fetched.delete(name));
    }
    return known as Promise<T>;
  }
}

function didCome(promise: Promise<unknown>): Promise<boolean> {
  return promise.then(
    () => true,
    () => false,
  );
}
