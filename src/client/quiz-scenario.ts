import { fillTemplate } from '../quiz/fill-template.ts';
import { keepEnding } from './case-store.ts';
import { loadStoryTexts } from './load-story-texts.ts';
import { makeElement } from './make-element.ts';
import type { ShowQuestion } from './quiz-view.ts';
import { carriedStory, readStory } from './read-story.ts';

/**
 * Shows a scenario as a walk through its story, which the question carries or which stands on the same page. It is
 * answered when the story has come to an end; in a story that the question carries a choice once made stands. Where
 * there is no story there is a link to it, and nothing to answer.
 */
export const showScenario: ShowQuestion = ({ question, texts, storyTexts, isSilent }) => {
  const [block = ''] = question.id.split('/walk/');
  const onPage = document.querySelector<HTMLElement>(`case-story[data-story="${CSS.escape(block)}"]`);
  const carried = question.story && storyTexts && carriedStory(block, storyTexts, question.story);
  const stage = makeElement('div', { class: 'quiz-story story' });
  const element = makeElement(
    'fieldset',
    {},
    makeElement('legend', { class: 'quiz-stem', tabindex: '-1' }, question.stem),
    stage,
  );
  element.dataset['type'] = question.type;
  let steps: string[] = [];
  if (carried || onPage) {
    const read = onPage && loadStoryTexts().then((told) => readStory(onPage, told));
    // The walk comes with the page of a story; a quiz without one need not carry it.
    void Promise.all([import('./story-walk.ts'), carried ?? read]).then(([{ StoryWalk }, story]) => {
      if (!story) return;
      const walk = new StoryWalk(story, {
        onStep: () => (steps = []),
        onEnd: (made) => (steps = made),
        ...(carried ? { isFinal: true, isSilent } : { keepEnding }),
      });
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
