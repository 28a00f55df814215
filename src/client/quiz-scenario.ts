import { fillTemplate } from '../quiz/fill-template.ts';
import { makeElement } from './make-element.ts';
import type { ShowQuestion } from './quiz-view.ts';
import { readStory } from './read-story.ts';

/**
 * Shows a scenario as a walk through its story, which stands on the same page. It is answered when the story has come
 * to an end; where the story stands elsewhere there is a link to it, and nothing to answer.
 */
export const showScenario: ShowQuestion = ({ question, texts }) => {
  const [block = ''] = question.id.split('/walk/');
  const story = document.querySelector<HTMLElement>(`case-story[data-story="${CSS.escape(block)}"]`);
  const stage = makeElement('div', { class: 'quiz-story' });
  const element = makeElement(
    'fieldset',
    {},
    makeElement('legend', { class: 'quiz-stem', tabindex: '-1' }, question.stem),
    stage,
  );
  element.dataset['type'] = question.type;
  let steps: string[] = [];
  if (story) {
    // The walk comes with the page of a story; a quiz without one need not carry it.
    void import('./story-walk.ts').then(({ StoryWalk }) => {
      const walk = new StoryWalk(readStory(story), { onStep: () => (steps = []), onEnd: (made) => (steps = made) });
      stage.append(walk.element);
    });
  } else {
    const link = makeElement(
      'a',
      { href: question.href },
      fillTemplate(texts.readSection, { section: question.section }),
    );
    stage.append(makeElement('p', {}, link));
  }
  return {
    element,
    answer: () => steps,
    reveal: () => {
      element.disabled = true;
      const helped = steps.filter((step) => question.key.includes(step)).length;
      return fillTemplate(texts.helped, { n: String(helped), total: String(steps.length) });
    },
  };
};
