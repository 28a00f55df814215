import type { Lang } from '../model/localized.ts';
import type { Path } from '../model/path.ts';
import type { Plan, PlanStep } from './plan.ts';

/** A path of the site as a plan in `lang`, from nobody and without dates. */
export function planOfPath(id: string, path: Path, lang: Lang): Plan {
  return {
    id,
    lang,
    title: path.title[lang],
    from: '',
    greeting: '',
    start: '',
    stages: path.stages.map((stage) => ({
      title: stage.title[lang],
      steps: stage.steps.map((step): PlanStep => {
        const { minutes } = step;
        switch (step.do) {
          case 'read':
            return { do: 'read', topic: step.topic, minutes };
          case 'card':
            return { do: 'card', card: step.card, minutes };
          case 'quiz':
            return { do: 'quiz', topic: step.topic, pass: step.pass, minutes };
          case 'assess':
          case 'practise':
            return { do: step.do, topic: step.topic, block: step.block, minutes };
          case 'on-the-job':
            return { do: 'on-the-job', from: `${id}/${step.id}`, minutes };
        }
      }),
    })),
  };
}
