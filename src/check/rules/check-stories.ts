import type { CaseBlock } from '../../blocks/case/schema.ts';
import { storyNodes } from '../../blocks/case/story-nodes.ts';
import type { Records, TopicRecord } from '../../blocks/records.ts';
import type { Issue } from '../../model/issue.ts';
import { isOnLoop, reachableScenes } from '../../quiz/scenario-path.ts';
import { issueAt } from '../issue-at.ts';

/**
 * Cases whose story cannot be followed to an end: a scene that no path reaches, a path that goes round or stops
 * without an end, a decision with nothing that helps, a scene with more than one way on. Ways to scenes that are not
 * there are dangling references.
 */
export function checkStories(records: Records): Issue[] {
  return records.topics.flatMap((topic) =>
    topic.data.blocks.flatMap((block, index) =>
      block.kind === 'case' ? inStory(records, topic, block, ['blocks', index, 'scenes']) : [],
    ),
  );
}

function inStory(records: Records, topic: TopicRecord, block: CaseBlock, at: (string | number)[]): Issue[] {
  const story = storyNodes(block);
  const reached = reachableScenes(story);
  const known = new Set(story.map(({ id }) => id));
  // With a way that leads nowhere, what lies behind it is out of reach for that reason alone.
  const isWhole = story.every(({ choices, next }) =>
    [...choices.map((choice) => choice.next), next ?? ''].every((id) => id === '' || known.has(id)),
  );
  return block.scenes.flatMap(({ id, decision, next, ending }, index): Issue[] => {
    const here = [...at, index];
    const choices = decision?.choices ?? [];
    if ((decision ?? ending) !== undefined && (next !== undefined || (decision && ending))) {
      return [issueAt(records, topic, [...here, 'id'], 'case-two-ways', { id })];
    }
    if (isWhole && !reached.has(id)) return [issueAt(records, topic, [...here, 'id'], 'case-unreachable', { id })];
    if (isOnLoop(story, id)) return [issueAt(records, topic, [...here, 'id'], 'case-endless', { id })];
    const noBest =
      decision && !choices.some(({ effect }) => effect === 'helps')
        ? [issueAt(records, topic, [...here, 'decision', 'choices'], 'case-no-best', { id })]
        : [];
    const open = choices.flatMap((choice, place) =>
      choice.next === undefined && index === block.scenes.length - 1
        ? [issueAt(records, topic, [...here, 'decision', 'choices', place], 'case-endless/open', { id: choice.id })]
        : [],
    );
    return [...noBest, ...open];
  });
}
