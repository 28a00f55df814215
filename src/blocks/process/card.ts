import { chooseFacts } from '../../cards/choose-facts.ts';
import type { CardFaces, FaceGroup, FaceItem, Mark } from '../../cards/face.ts';
import type { Lang } from '../../model/localized.ts';
import type { ProcessBlock } from './schema.ts';

type Step = ProcessBlock['steps'][number];
type Act = Step['do'][number];

/** About as many ✓, and as many ✗, as a face holds at a size that can be read. */
const ACTS_PER_FACE = 6;

/** The steps by name; what to do and not to do in each; what to say in each. Steps keep the numbers of the process. */
export const faces: CardFaces<ProcessBlock> = {
  steps: (block, { only }, lang) => ({
    layout: 'steps',
    groups: chooseFacts(block.steps, only).map((step) =>
      numbered(block, step, [{ id: step.id, text: (step.short ?? step.title)[lang] }]),
    ),
  }),

  /** The first acts of each step, as many as there is room for; `only` names steps, or single acts to show instead. */
  'do-dont': (block, { only }, lang) => {
    const steps = block.steps.filter(
      ({ id, ...step }) => !only || only.includes(id) || actsNamed(step, only).length > 0,
    );
    const perStep = Math.max(1, Math.floor(ACTS_PER_FACE / steps.length));
    const shown = (step: Step, acts: Act[]): Act[] => {
      const named = only ? acts.filter(({ id }) => only.includes(id)) : [];
      return only && !only.includes(step.id) ? named : acts.slice(0, perStep);
    };
    return {
      layout: 'do-dont',
      groups: steps
        .map((step) =>
          numbered(block, step, [
            ...shown(step, step.do).map((act) => item(act, 'do', lang)),
            ...shown(step, step.dont).map((act) => item(act, 'dont', lang)),
          ]),
        )
        .filter(({ items }) => items.length > 0),
    };
  },

  say: (block, { only }, lang) => ({
    layout: 'steps',
    groups: chooseFacts(block.steps, only).flatMap((step) =>
      step.say ? [numbered(block, step, [{ id: step.id, text: step.say[lang] }])] : [],
    ),
  }),
};

function numbered(block: ProcessBlock, step: Step, items: FaceItem[]): FaceGroup {
  return { label: String(block.steps.indexOf(step) + 1), items };
}

function actsNamed(step: Pick<Step, 'do' | 'dont'>, only: readonly string[]): Act[] {
  return [...step.do, ...step.dont].filter(({ id }) => only.includes(id));
}

function item(act: Act, mark: Mark, lang: Lang): FaceItem {
  return { id: act.id, mark, text: (act.short ?? act.text)[lang] };
}
