import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { loadRecords } from '../../scripts/lib/load-records.ts';
import { runProgram } from '../../scripts/lib/run-program.ts';
import { isLocalized } from '../../src/blocks/facts.ts';
import type { Records, TopicRecord } from '../../src/blocks/records.ts';
import type { Block } from '../../src/blocks/registry.ts';
import { topicQuestions } from '../../src/blocks/topic-questions.ts';
import type { Permalinks } from '../../src/model/locks.ts';
import { moveTopics, type PrintedCards } from './moved-topics.ts';

/** Under the checkout, so that the copy finds the same packages. */
const COPY = path.resolve('.cache/altered');

/** Characters that no record uses: one stands for the altered fact of each kind. */
const MARKS = Array.from('鲸鹤雁蜂蝶虾蟹鹰鸽蟒鹅鸭蚁蛙鲤鹂');

/** What has a fact altered: every kind of block, and of a story not only what it teaches. */
type Altered = Block['kind'] | 'scene' | 'choice';

/** The one fact of its sort that the copy says otherwise, and the faces in which that has to show. */
export interface AlteredFact {
  kind: Altered;
  topic: TopicRecord;
  block: Block;
  /** Where it stands in the block; empty for a concept, which is its own fact. */
  path: (string | number)[];
  mark: string;
  cards: string[];
  asked: boolean;
}

/** Every `{zh, en}` at or under a place of a record, except reasons, questions and other facts. */
function textPaths(node: unknown, at: (string | number)[]): (string | number)[][] {
  if (isLocalized(node)) return [at];
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return [];
  return Object.entries(node).flatMap(([key, child]) =>
    ['why', 'harm', 'when', 'intro', 'limits', 'group'].includes(key) ? [] : textPaths(child, [...at, key]),
  );
}

interface Candidate {
  kind: Altered;
  /** The last part of the ids of its questions. */
  id: string;
  path: (string | number)[];
}

/** Facts of a block as the test may alter them: the first things with an id, or the block itself for a concept. */
function candidates(block: Block): Candidate[] {
  const { kind } = block;
  const lists = {
    process: 'steps',
    case: 'lessons',
    matrix: 'cells',
    classification: 'types',
    acronym: 'letters',
  } as const;
  const named = kind in lists ? lists[kind as keyof typeof lists] : undefined;
  if (kind === 'concept') return [{ kind, id: '', path: [] }];
  const key = named ?? { 'dos-donts': 'do', reflection: 'prompts' }[kind as string] ?? 'items';
  const list = (block as unknown as Record<string, { id: string }[]>)[key] ?? [];
  const facts = list.map(({ id }, index) => ({ kind, id, path: [key, index] }));
  return block.kind === 'case' ? [...facts, ...storyCandidates(block)] : facts;
}

/** Scenes at which a story asks something, and what can be chosen there. */
function storyCandidates({ scenes }: Extract<Block, { kind: 'case' }>): Candidate[] {
  return scenes.flatMap(({ id, decision }, index): Candidate[] => {
    const scene = ['scenes', index];
    if (!decision) return [];
    return [
      { kind: 'scene', id, path: scene },
      ...decision.choices.map((_, at) => ({
        kind: 'choice' as const,
        id,
        path: [...scene, 'decision', 'choices', at],
      })),
    ];
  });
}

/** Chooses one fact of each sort, one that stands on a card and is asked about where the kind can. */
function chooseFacts(records: Records): AlteredFact[] {
  const text = records.topics.map((topic) => JSON.stringify(topic.data) + topic.prose.zh.source).join('');
  const marks = MARKS.filter((mark) => !text.includes(mark));
  const best = new Map<Altered, AlteredFact & { worth: number }>();
  for (const topic of records.topics) {
    const questions = topicQuestions(topic, 'zh');
    for (const block of topic.data.blocks) {
      for (const { kind, id, path: place } of candidates(block)) {
        const standsOn = ({ front, back }: (typeof topic.data.cards)[number]) =>
          kind === block.kind &&
          [front, back].some((face) => face.block === block.id && (!face.only || face.only.includes(id)));
        const cards = topic.data.cards.filter(standsOn).map((card) => `${topic.id}/${card.id}`);
        const asked = questions.some(
          (question) =>
            question.id.startsWith(`${topic.id}/${block.id}/`) &&
            question.pattern !== 'authored' &&
            question.id.endsWith(`/${id}`),
        );
        const worth = (cards.length > 0 ? 2 : 0) + (asked ? 1 : 0);
        const known = best.get(kind);
        if (known && known.worth >= worth) continue;
        const mark = known?.mark ?? marks[best.size] ?? '';
        best.set(kind, { kind, topic, block, path: place, mark, cards, asked, worth });
      }
    }
  }
  return [...best.values()];
}

/**
 * Builds the site from a copy of the content in which, after it was published and a topic of it renamed, one fact of
 * every kind, a scene and a choice were altered: they end in a mark of their own.
 * @returns the folder of the built copy, what was altered, the cards as they were published, and the short addresses on
 * cards of what has moved.
 */
export async function buildAlteredCopy(): Promise<{
  dist: string;
  facts: AlteredFact[];
  published: Permalinks['cards'];
  printed: PrintedCards;
}> {
  rmSync(COPY, { recursive: true, force: true });
  mkdirSync(COPY, { recursive: true });
  cpSync('content', path.join(COPY, 'content'), { recursive: true });
  const printed = moveTopics(COPY);
  const { records } = loadRecords(COPY);
  if (!records) throw new Error('the copy cannot be read');
  const facts = chooseFacts(records);
  for (const { topic, block, path: place, mark } of facts) {
    const file = path.join(COPY, topic.file);
    const document = parseDocument(readFileSync(file, 'utf8'));
    const at = ['blocks', topic.data.blocks.indexOf(block), ...place];
    const node: unknown = document.getIn(at);
    const value = (node as { toJSON?: () => unknown }).toJSON?.() ?? node;
    for (const found of textPaths(value, [])) {
      const spot = [...at, ...found, 'zh'];
      document.setIn(spot, `${String(document.getIn(spot))}${mark}`);
    }
    writeFileSync(file, document.toString({ lineWidth: 0 }));
  }
  const dist = path.join(COPY, 'dist');
  const build = await runProgram('node', ['scripts/build.ts'], {
    CONTENT_ROOT: COPY,
    OUT_DIR: dist,
    CACHE_DIR: path.join(COPY, 'cache'),
  });
  if (!build.ok) throw new Error(build.output);
  return { dist, facts, published: records.permalinks.data.cards, printed };
}
