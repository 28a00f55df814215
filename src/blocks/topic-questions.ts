import { LANGS, type Lang, type Localized } from '../model/localized.ts';
import type { Question } from '../model/question.ts';
import { remember } from '../model/remember.ts';
import { draftAuthored } from '../quiz/draft-authored.ts';
import { quoted } from '../quiz/fill-template.ts';
import { presentQuestions } from '../quiz/present-questions.ts';
import type { QuestionDraft, QuestionPattern, QuestionPlace } from '../quiz/question-draft.ts';
import { faultsOf } from '../quiz/question-faults.ts';
import { AUTHORED, selectQuestions } from '../quiz/select-questions.ts';
import { mapText, placeWording } from '../quiz/wording.ts';
import type { TopicRecord } from './records.ts';
import { questionPatterns, type Block } from './registry.ts';

/** A topic's record as far as its questions need it. */
type AskedTopic = Pick<TopicRecord, 'id' | 'data'>;

const PER_TOPIC = 6;
const LONGEST_KEY_SHARE = 0.4;

/**
 * The questions of a topic in one language, generated and authored: the same ones in the same order for every
 * language, page, print and export. They depend on the record alone.
 */
export function topicQuestions({ id, data }: AskedTopic, lang: Lang): readonly Question[] {
  return asked(data, id, lang);
}

/** What each topic asks, so that pages, lists and exports of one record work it out once. */
const asked = remember((data: AskedTopic['data'], id: string, lang: Lang): readonly Question[] =>
  present({ id, data }, chosen(data, id), lang),
);

const chosen = remember((data: AskedTopic['data'], id: string) => chooseQuestions({ id, data }));

function chooseQuestions(topic: AskedTopic): QuestionDraft[] {
  const drafts = topic.data.blocks.flatMap((block) => draftQuestions(topic, block));
  const perBlock = new Map(topic.data.blocks.flatMap(patternsOf).map((pattern) => [pattern.id, pattern.perBlock]));
  const selected = selectQuestions(
    drafts.filter((draft) => isSound(topic, draft)),
    {
      perBlock: (pattern) => perBlock.get(pattern) ?? 0,
      perTopic: PER_TOPIC,
      longestKeyShare: LONGEST_KEY_SHARE,
    },
  );
  // A whole story takes as long as all the others together: it comes when they are done.
  return [...selected.filter(isShort), ...selected.filter((draft) => !isShort(draft))];
}

/** A generated question that a check would find fault with is better not asked; one written by hand is reported. */
function isSound(topic: AskedTopic, draft: QuestionDraft): boolean {
  return (
    draft.pattern === AUTHORED || LANGS.every((lang) => present(topic, [draft], lang).flatMap(faultsOf).length === 0)
  );
}

function present(topic: AskedTopic, drafts: readonly QuestionDraft[], lang: Lang): Question[] {
  return presentQuestions(drafts, topic.id, lang, (block) => ({
    section: topic.data.blocks.find(({ id }) => id === block)?.title[lang] ?? '',
    url: `${lang === 'en' ? '/en' : ''}/${topic.id}/#${block}`,
  }));
}

function draftQuestions(topic: AskedTopic, block: Block): QuestionDraft[] {
  const place: QuestionPlace = {
    topic: topic.id,
    block: block.id,
    title: mapText(topic.data.title, quoted),
    name: nameOf(topic, block),
  };
  const authored = 'questions' in block ? block.questions.map((question) => draftAuthored(question, place)) : [];
  const siblings = topic.data.blocks.filter((other) => other !== block && other.kind === block.kind);
  return [...authored, ...patternsOf(block).flatMap((pattern) => pattern.draft(block, place, siblings))];
}

function isShort({ type }: QuestionDraft): boolean {
  return type !== 'scenario';
}

/** The patterns of the block's own kind. */
function patternsOf(block: Block): readonly QuestionPattern<Block>[] {
  const byKind: Partial<Record<Block['kind'], readonly QuestionPattern<never>[]>> = questionPatterns;
  return (byKind[block.kind] ?? []) as readonly QuestionPattern<Block>[];
}

/**
 * The topic's title; with the block's where that alone would not tell what is asked about: on any list, beside another
 * block of its kind, and wherever another block opens the topic and can be taken for it.
 */
function nameOf(topic: AskedTopic, block: Block): Localized {
  const others = topic.data.blocks.filter((other) => other !== block);
  const isNamed =
    block.kind === 'checklist' ||
    others.some(({ kind }) => kind === block.kind) ||
    (block !== topic.data.blocks[0] && others.some((other) => patternsOf(other).length > 0));
  return placeWording(topic.data.title, isNamed ? block.title : topic.data.title);
}
