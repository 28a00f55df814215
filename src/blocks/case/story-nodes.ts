import type { Localized } from '../../model/localized.ts';
import type { ScenarioNode } from '../../model/scenario.ts';
import { rankBySeed } from '../../quiz/rank-by-seed.ts';
import type { CaseBlock } from './schema.ts';

/**
 * The scenes of a case with every way on written out. Choices stand in an order drawn from their ids, so that the place
 * of one says nothing. A choice of the last scene that names no other leads nowhere: its `next` is empty.
 */
export function storyNodes({ scenes }: CaseBlock): ScenarioNode<Localized>[] {
  return scenes.map(({ id, when, title, text, decision, next, ending }, at) => {
    const following = scenes[at + 1]?.id;
    const way = next ?? following;
    const isEnd = !decision && (ending !== undefined || way === undefined);
    return {
      id,
      when,
      title,
      text,
      ask: decision?.ask,
      choices: rankBySeed(id, decision?.choices ?? [], (choice) => choice.id).map((choice) => ({
        id: choice.id,
        text: choice.text,
        effect: choice.effect,
        outcome: choice.outcome,
        feedback: choice.why,
        next: choice.next ?? following ?? '',
        topic: choice.topic,
      })),
      next: decision || isEnd ? undefined : way,
      ending: isEnd ? (ending ?? 'mixed') : undefined,
    };
  });
}
