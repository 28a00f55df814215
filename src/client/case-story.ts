import { keepEnding } from './case-store.ts';
import { loadStoryTexts } from './load-story-texts.ts';
import { scenario } from '../quiz/types/scenario.ts';
import { makeElement } from './make-element.ts';
import { progressStore } from './progress-store.ts';
import { readStory, type ShownStory } from './read-story.ts';
import { StoryWalk } from './story-walk.ts';

/**
 * Walks the reader through the story that stands in it as a list; the list itself is one button away. A walk that has
 * come to its end counts as an answer to the question that the page's quiz asks about the story.
 */
class CaseStory extends HTMLElement {
  #walk: StoryWalk | undefined;
  #restart = makeElement('button', { class: 'btn btn-quiet', type: 'button' });
  #toggle = makeElement('button', { class: 'btn btn-quiet', type: 'button' });

  connectedCallback(): void {
    // Without its texts the story stands as it does without scripts.
    if (!this.#walk) void loadStoryTexts().then((texts) => this.#tell(readStory(this, texts)));
  }

  #tell(story: ShownStory): void {
    const walk = new StoryWalk(story, {
      onStep: () => this.#showButtons(story.texts),
      onEnd: (steps) => this.#record(story.id, steps),
      keepEnding,
    });
    this.#walk = walk;
    this.#restart.textContent = story.texts.restart;
    this.#restart.addEventListener('click', () => walk.restart());
    this.#toggle.addEventListener('click', () => {
      this.toggleAttribute('data-whole');
      this.#showButtons(story.texts);
    });
    // A link to a scene is a wish to read it, whether or not the walk has come there.
    const heed = () => {
      if (this.#isWanted(location.hash)) this.setAttribute('data-whole', '');
      this.#showButtons(story.texts);
    };
    addEventListener('hashchange', heed);
    heed();
    this.append(walk.element, makeElement('p', { class: 'story-foot print:hidden' }, this.#restart, this.#toggle));
    this.setAttribute('data-ready', '');
  }

  #isWanted(hash: string): boolean {
    const id = CSS.escape(decodeURIComponent(hash.slice(1)));
    return id !== '' && this.querySelector(`[data-scene]#${id}`) !== null;
  }

  #showButtons({ play, whole }: { play: string; whole: string }): void {
    const isWhole = this.hasAttribute('data-whole');
    this.#restart.hidden = isWhole || this.#walk?.isUnderWay !== true;
    this.#toggle.textContent = isWhole ? play : whole;
  }

  #record(story: string, steps: string[]): void {
    const { asked: question, version = '', key = '' } = this.dataset;
    if (question === undefined) return;
    const topic = story.split('/').slice(0, 2).join('/');
    const score = scenario.grade({ key: key.split(' '), options: [] }, steps);
    // Only who comes to an end needs the model of memory. Without it the story is due at once.
    void import('../quiz/schedule.ts').then(
      ({ scheduleAnswer }) => progressStore.recordAnswer(topic, { id: question, version }, score, scheduleAnswer),
      () => progressStore.recordAnswer(topic, { id: question, version }, score, () => 'aside'),
    );
  }
}
customElements.define('case-story', CaseStory);
