import type { Catalogue } from './catalogue.ts';
import type { Plan, PlanStage, PlanStep, StepKind } from './plan.ts';

/** The stages with the step at `place` of stage `at` moved one place up or down, into the neighbouring stage at an end. */
export function moveStep(stages: readonly PlanStage[], at: number, place: number, by: -1 | 1): PlanStage[] {
  const moved = stages[at]?.steps[place];
  if (!moved) return [...stages];
  const target = place + by;
  const isInside = target >= 0 && target < (stages[at]?.steps.length ?? 0);
  const to = isInside ? at : at + by;
  if (!stages[to]) return [...stages];
  return stages.map((stage, index) => {
    let steps = index === at ? stage.steps.filter((_, here) => here !== place) : stage.steps;
    if (index === to) {
      const where = isInside ? target : by === 1 ? 0 : steps.length;
      steps = [...steps.slice(0, where), moved, ...steps.slice(where)];
    }
    return { ...stage, steps };
  });
}

/** What can be chosen for a step of some kind: the value that `makeStep` takes, and its name. */
export function stepChoices(kind: StepKind, catalogue: Catalogue): { value: string; name: string; group: string }[] {
  const themeOf = (id: string) => catalogue.themes[id.split('/')[0] ?? '']?.title ?? '';
  const topics = Object.entries(catalogue.topics);
  switch (kind) {
    case 'read':
      return topics.map(([value, { title }]) => ({ value, name: title, group: themeOf(value) }));
    case 'quiz':
      return topics
        .filter(([, { questions }]) => questions > 0)
        .map(([value, { title }]) => ({ value, name: title, group: themeOf(value) }));
    case 'card':
      return Object.entries(catalogue.cards).map(([value, { title }]) => ({
        value,
        name: title,
        group: themeOf(value),
      }));
    case 'assess':
      return topics.flatMap(([id, { scales }]) =>
        Object.entries(scales).map(([block, { title }]) => ({
          value: `${id}/${block}`,
          name: title,
          group: themeOf(id),
        })),
      );
    case 'practise':
      return topics.flatMap(([id, { title, blocks }]) =>
        Object.entries(blocks).map(([block, name]) => ({
          value: `${id}/${block}`,
          name: `${title} · ${name}`,
          group: themeOf(id),
        })),
      );
    case 'on-the-job':
      return [];
  }
}

const MINUTES: Record<StepKind, number> = { read: 15, card: 3, quiz: 10, assess: 10, practise: 15, 'on-the-job': 30 };
const PASS = 0.8;

/** A step of some kind about what was chosen, or the task typed; its minutes are those that the site's own paths give it. */
export function makeStep(kind: StepKind, value: string, catalogue: Catalogue): PlanStep {
  const minutes = MINUTES[kind];
  const cut = value.lastIndexOf('/');
  const made = ((): PlanStep => {
    switch (kind) {
      case 'read':
        return { do: 'read', topic: value, minutes };
      case 'card':
        return { do: 'card', card: value, minutes };
      case 'quiz':
        return { do: 'quiz', topic: value, pass: PASS, minutes };
      case 'assess':
      case 'practise':
        return { do: kind, topic: value.slice(0, cut), block: value.slice(cut + 1), minutes };
      case 'on-the-job':
        return { do: 'on-the-job', text: value, minutes };
    }
  })();
  const same = Object.values(catalogue.paths)
    .flatMap(({ stages }) => stages.flatMap(({ steps }) => steps))
    .find(
      (step) =>
        step.do === made.do && JSON.stringify({ ...step, pass: 0, minutes }) === JSON.stringify({ ...made, pass: 0 }),
    );
  return same ? { ...made, minutes: same.minutes } : made;
}

/** A plan with nothing in it but one empty stage. */
export function emptyPlan(id: string, lang: Plan['lang'], title: string, stage: string): Plan {
  return { id, lang, title, from: '', greeting: '', start: '', stages: [{ title: stage, steps: [] }] };
}

/** True for a plan made in a browser: it keeps its id when it is changed, a path of the site does not lend its own. */
export function isOwnPlan({ id }: Plan): boolean {
  return /^[A-Z]/.test(id);
}
