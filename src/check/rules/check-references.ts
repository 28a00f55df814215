import { namedParts } from '../../blocks/named-parts.ts';
import type { Records, SourceFile, TopicRecord } from '../../blocks/records.ts';
import type { Block } from '../../blocks/registry.ts';
import { topicOf } from '../../blocks/topic-of.ts';
import type { Issue } from '../../model/issue.ts';
import type { ScaleBand } from '../../model/scale-band.ts';
import { danglingAt } from '../issue-at.ts';
import { isTopic } from '../known-topics.ts';
import type { Thing } from '../make-issue.ts';

type Path = (string | number)[];

/** References between records, and inside a topic, that lead nowhere. */
export function checkReferences(records: Records): Issue[] {
  const finder = new Finder(records);
  return [
    ...records.topics.flatMap((topic) => finder.inTopic(topic)),
    ...[...records.decks.values()].flatMap((deck) => {
      const { cards } = deck.data;
      return cards === 'all' ? [] : cards.flatMap((card, index) => finder.card(deck, ['cards', index], card));
    }),
    ...[...records.paths.values()].flatMap((path) =>
      path.data.stages.flatMap(({ steps }, stage) =>
        steps.flatMap((step, index) => {
          const at: Path = ['stages', stage, 'steps', index];
          if (step.do === 'on-the-job') return [];
          if (step.do === 'card') return finder.card(path, [...at, 'card'], step.card);
          const missing = finder.topic(path, [...at, 'topic'], step.topic);
          if (missing.length > 0 || !('block' in step)) return missing;
          return finder.block(path, [...at, 'block'], step.block, topicOf(records, step.topic));
        }),
      ),
    ),
    ...records.glossary.data.terms.flatMap(({ topic }, index) =>
      topic === undefined ? [] : finder.topic(records.glossary, ['terms', index, 'topic'], topic),
    ),
  ];
}

class Finder {
  readonly #records: Records;
  readonly #topicIds: string[];
  readonly #cardIds: string[];

  constructor(records: Records) {
    this.#records = records;
    this.#topicIds = records.topics.map(({ id }) => id);
    this.#cardIds = records.topics.flatMap(({ id, data }) => data.cards.map((card) => `${id}/${card.id}`));
  }

  topic(source: SourceFile<unknown>, path: Path, id: string): Issue[] {
    return isTopic(this.#records, id) ? [] : [danglingAt(this.#records, source, path, 'topic', id, this.#topicIds)];
  }

  card(source: SourceFile<unknown>, path: Path, id: string): Issue[] {
    const topicId = id.split('/').slice(0, 2).join('/');
    const topic = topicOf(this.#records, topicId);
    const known = topic ? topic.lost?.has(id.split('/')[2] ?? '') : isTopic(this.#records, topicId);
    if (known === true || this.#cardIds.includes(id)) return [];
    return [danglingAt(this.#records, source, path, 'card', id, this.#cardIds)];
  }

  /** A block of a topic that could be read; of one that could not, nothing is said. */
  block(source: SourceFile<unknown>, path: Path, id: string, topic: TopicRecord | undefined): Issue[] {
    return topic ? this.#among(source, path, 'block', id, topic.data.blocks, topic.lost) : [];
  }

  inTopic(topic: TopicRecord): Issue[] {
    const { related, blocks, cards } = topic.data;
    return [
      ...related.flatMap((id, index) => this.topic(topic, ['related', index], id)),
      ...blocks.flatMap((block, index) => this.#inBlock(topic, block, ['blocks', index])),
      ...cards.flatMap((card, index) =>
        (['front', 'back'] as const).flatMap((side) => {
          const at: Path = ['cards', index, side];
          const block = blocks.find(({ id }) => id === card[side].block);
          if (!block) return this.block(topic, [...at, 'block'], card[side].block, topic);
          return (card[side].only ?? []).flatMap((id, place) =>
            this.#among(topic, [...at, 'only', place], 'fact', id, factIds(block), topic.lost),
          );
        }),
      ),
    ];
  }

  #inBlock(topic: TopicRecord, block: Block, at: Path): Issue[] {
    const among = (path: Path, what: Thing, id: string | undefined, entries: readonly { id: string }[]) =>
      id === undefined ? [] : this.#among(topic, [...at, ...path], what, id, entries, topic.lost);
    const asked =
      'questions' in block
        ? block.questions.flatMap(({ from }, index) =>
            among(['questions', index, 'from'], 'fact', from, factIds(block)),
          )
        : [];
    return [...asked, ...this.#inKind(topic, block, at, among)];
  }

  #inKind(
    topic: TopicRecord,
    block: Block,
    at: Path,
    among: (path: Path, what: Thing, id: string | undefined, entries: readonly { id: string }[]) => Issue[],
  ): Issue[] {
    switch (block.kind) {
      case 'case':
        return block.scenes.flatMap(({ decision, next }, scene) => [
          ...among(['scenes', scene, 'next'], 'scene', next, block.scenes),
          ...(decision?.choices ?? []).flatMap((choice, index) => {
            const path: Path = ['scenes', scene, 'decision', 'choices', index];
            return [
              ...among([...path, 'next'], 'scene', choice.next, block.scenes),
              ...(choice.topic === undefined ? [] : this.topic(topic, [...at, ...path, 'topic'], choice.topic)),
            ];
          }),
        ]);
      case 'matrix':
        return block.cells.flatMap(({ row, column }, index) => [
          ...among(['cells', index, 'row'], 'row', row, block.rows),
          ...among(['cells', index, 'column'], 'column', column, block.columns),
        ]);
      case 'classification':
        return block.types.flatMap(({ traits }, type) =>
          traits.flatMap(({ facet }, trait) =>
            among(['types', type, 'traits', trait, 'facet'], 'facet', facet, block.facets),
          ),
        );
      case 'checklist':
        return this.#practised(topic, block.assess?.bands ?? [], [...at, 'assess']);
      case 'scale':
        return [
          ...this.#practised(topic, block.bands, at),
          ...block.items.flatMap(({ see }, index) => {
            if (see === undefined) return [];
            const path: Path = [...at, 'items', index, 'see'];
            const [blockId = '', factId = ''] = see.split('/');
            const seen = topic.data.blocks.find(({ id }) => id === blockId);
            return seen
              ? this.#among(topic, path, 'fact', factId, factIds(seen), topic.lost)
              : this.block(topic, path, blockId, topic);
          }),
        ];
      default:
        return [];
    }
  }

  #practised(topic: TopicRecord, bands: readonly ScaleBand[], at: Path): Issue[] {
    return bands.flatMap(({ practise }, band) =>
      practise.flatMap((id, index) => this.topic(topic, [...at, 'bands', band, 'practise', index], id)),
    );
  }

  #among(
    source: SourceFile<unknown>,
    path: Path,
    what: Thing,
    id: string,
    entries: readonly { id: string }[],
    lost: ReadonlySet<string> | undefined,
  ): Issue[] {
    if (lost?.has(id) || entries.some((entry) => entry.id === id)) return [];
    return [
      danglingAt(
        this.#records,
        source,
        path,
        what,
        id,
        entries.map((entry) => entry.id),
      ),
    ];
  }
}

function factIds(block: Block): { id: string }[] {
  return namedParts(block).filter(({ isFact }) => isFact);
}
