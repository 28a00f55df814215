import type { Lang } from '../model/localized.ts';
import { answerQuery, type QueryAnswer, type SearchSources as Sources } from '../search/answer-query.ts';
import { readHanTable, type HanData } from '../search/han-table.ts';
import { readIntentIndex, type IndexShard } from '../search/intent-index.ts';
import { TOPICS_A_FILE, type SearchCore, type ShownTopic, type TopicAnswers } from '../search/search-files.ts';

/** What has to be fetched for one question comes in a few rounds, since one file tells of the next. */
const ROUNDS = 6;
/** A site of more files than this is fetched as it is asked. */
const FEW_FILES = 80;

/** The files of the search in the browser: each fetched once, when it is wanted. */
export class SearchFiles {
  readonly #folder: string;
  readonly #lang: Lang;
  readonly #fetched = new Map<string, Promise<unknown>>();
  readonly #cores: Partial<Record<Lang, SearchCore>> = {};
  readonly #sources: Sources;

  /** @param folder the address of this version's files, with a slash at its end. */
  constructor(folder: string, lang: Lang) {
    this.#folder = folder;
    this.#lang = lang;
    this.#sources = { lang, indexes: {}, han: undefined };
  }

  /** Fetches what every query needs; rejects when that cannot be had. */
  async open(lang = this.#lang): Promise<SearchCore> {
    const core = await this.#fetch<SearchCore>(lang);
    this.#cores[lang] = core;
    this.#sources.indexes[lang] ??= readIntentIndex(core);
    return core;
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

  /** What is shown of the topics given by number. */
  async shown(topics: readonly number[]): Promise<Map<number, ShownTopic>> {
    return this.#perTopic<ShownTopic>('topics', topics, this.#lang);
  }

  /** What a topic answers directly, in the language that it was found in. */
  async answers(topic: number, lang: Lang): Promise<TopicAnswers | undefined> {
    return (await this.#perTopic<TopicAnswers>('answers', [topic], lang)).get(topic);
  }

  /** Fetches the rest of a small site while nothing else is going on, so that it can be asked without a network. */
  async fetchRest(): Promise<void> {
    const cores = await Promise.all((['zh', 'en'] as const).map((lang) => this.open(lang)));
    const names = cores.flatMap((core, at) => {
      const lang = at === 0 ? 'zh' : 'en';
      const groups = Math.ceil(core.topics.length / TOPICS_A_FILE);
      const numbered = (kind: string) => Array.from({ length: groups }, (_, group) => `${lang}-${kind}-${group}`);
      return lang === this.#lang ? [...numbered('topics'), ...numbered('answers')] : numbered('answers');
    });
    const shards = cores.reduce((sum, core) => sum + core.shards.length, 0);
    if (names.length + shards > FEW_FILES) return;
    await this.#loadHan();
    for (const [at, core] of cores.entries()) {
      const lang = at === 0 ? 'zh' : 'en';
      for (let shard = 0; shard < core.shards.length; shard += 1) await this.#loadShard(lang, shard);
    }
    for (const name of names) await this.#fetch(name);
  }

  #missing(): Promise<boolean>[] {
    return (['zh', 'en'] as const).flatMap((lang) =>
      (this.#sources.indexes[lang]?.takeMissing() ?? []).map((shard) => this.#loadShard(lang, shard)),
    );
  }

  #wanted({ wants: { lang, han } }: QueryAnswer): Promise<boolean>[] {
    const core = lang && !this.#sources.indexes[lang] ? [didCome(this.open(lang))] : [];
    return han && !this.#sources.han ? [...core, this.#loadHan()] : core;
  }

  /** True when the shard came. */
  #loadShard(lang: Lang, shard: number): Promise<boolean> {
    return didCome(
      this.#fetch<IndexShard>(`${lang}-${shard}`).then((content) => this.#sources.indexes[lang]?.add(shard, content)),
    );
  }

  #loadHan(): Promise<boolean> {
    return didCome(this.#fetch<HanData>('han').then((data) => (this.#sources.han ??= readHanTable(data))));
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
