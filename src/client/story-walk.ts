import type { Effect } from '../model/scenario.ts';
import { fillTemplate } from '../quiz/fill-template.ts';
import { decisionsAhead } from '../quiz/scenario-path.ts';
import type { keepEnding } from './case-store.ts';
import { makeElement } from './make-element.ts';
import type { ShownChoice, ShownScene, ShownStory } from './read-story.ts';

const MARKS: Record<Effect, string> = { helps: '✓', half: '◐', hurts: '✕' };
const LETTERS = 'ABCD';

/** A decision that has been made. */
interface Step {
  scene: ShownScene;
  choice: ShownChoice;
}

/** How a story is walked. */
interface WalkOptions {
  /** Called after each decision, and when one is taken back. */
  onStep?: () => void;
  /** Called at each end with the decisions made, as `<scene>/<choice>`. */
  onEnd?: (steps: string[]) => void;
  /** Keeps the endings that have been reached; without it they are not told. */
  keepEnding?: typeof keepEnding;
  /** True where a decision, once made, stands. */
  isFinal?: boolean;
  /** True in an exam: nothing says whether a choice helped. */
  isSilent?: boolean;
}

/**
 * A walk through a story: scene after scene up to a decision, what comes of the choice and why, and at the end what
 * helped and what hurt. The focus goes with the story, and a screen reader is told how far it has come.
 */
export class StoryWalk {
  readonly element: HTMLElement;
  readonly #story: ShownStory;
  readonly #options: WalkOptions;
  #steps: Step[] = [];
  /** One part of the page for each stretch of the story up to its decision or its end. */
  #stages: HTMLElement[] = [];

  readonly #map = makeElement('ol', { class: 'story-map', role: 'list' });
  readonly #place = makeElement('p', { class: 'story-place' });
  readonly #path = makeElement('div', { class: 'story-path' });
  readonly #said = makeElement('p', { class: 'sr-only', 'aria-live': 'polite' });

  constructor(story: ShownStory, options: WalkOptions) {
    this.#story = story;
    this.#options = options;
    this.element = makeElement(
      'div',
      { class: 'story-player', role: 'group', 'aria-label': story.texts.label },
      makeElement('div', { class: 'story-top' }, this.#map, this.#place),
      this.#path,
      this.#said,
    );
    this.#begin();
  }

  /** Whether a decision has been made. */
  get isUnderWay(): boolean {
    return this.#steps.length > 0;
  }

  /** Goes back to the first scene and reads from there. */
  restart(): void {
    this.#begin();
    this.#options.onStep?.();
    this.#face(this.#stages[0]);
  }

  /** A story that stands alone is told right under the title of its page. */
  get #headings(): { scene: 'h2' | 'h3'; part: 'h3' | 'h4' } {
    return this.#options.isFinal === true ? { scene: 'h2', part: 'h3' } : { scene: 'h3', part: 'h4' };
  }

  get #texts(): ShownStory['texts'] {
    return this.#story.texts;
  }

  #begin(): void {
    this.#steps = [];
    this.#stages = [];
    this.#path.replaceChildren();
    this.#tell(this.#story.scenes[0]?.id ?? '');
  }

  /** Tells the story from `id` up to the next decision or the end, in a stage of its own. */
  #tell(id: string): HTMLElement {
    const told: ShownScene[] = [];
    for (let scene = this.#find(id); scene;) {
      told.push(scene);
      const next: string | undefined = scene.choices.length > 0 || scene.ending !== undefined ? undefined : scene.next;
      scene = next === undefined ? undefined : this.#find(next);
    }
    const stage = makeElement(
      'div',
      { class: 'story-stage', tabindex: '-1', role: 'group' },
      ...told.map((scene) => this.#sceneOf(scene)),
    );
    const last = told.at(-1);
    stage.setAttribute('aria-label', told[0]?.title ?? '');
    this.#stages.push(stage);
    this.#path.append(stage);
    if (last && last.choices.length > 0) this.#ask(stage, last);
    else if (last) this.#end(stage, last);
    this.#showPlace(last);
    return stage;
  }

  #find(id: string): ShownScene | undefined {
    return this.#story.scenes.find((scene) => scene.id === id);
  }

  #ask(stage: HTMLElement, scene: ShownScene): void {
    const label = makeElement('p', { class: 'story-ask' }, scene.ask);
    const group = makeElement(
      'div',
      { class: 'story-choices', role: 'group', 'aria-label': scene.ask },
      makeElement('p', { class: 'label' }, this.#texts.decide),
      label,
      ...scene.choices.map((choice, at) => {
        const badge = makeElement('b', { class: 'story-badge', 'aria-hidden': 'true' }, LETTERS[at] ?? '');
        const button = makeElement('button', { class: 'story-choice', type: 'button' }, badge);
        button.append(makeElement('span', {}, choice.text));
        button.addEventListener('click', () => {
          group.remove();
          this.#choose(stage, { scene, choice });
        });
        return button;
      }),
    );
    stage.append(group);
  }

  #choose(stage: HTMLElement, step: Step): void {
    const isSilent = this.#options.isSilent === true;
    const { scene, choice } = step;
    this.#steps.push(step);
    const isLast = this.#isLast(choice.next);
    const said = this.#toldOf(choice);
    const goOn = makeElement('button', { class: 'btn', type: 'button' }, isLast ? this.#texts.toEnd : this.#texts.goOn);
    const result = makeElement(
      'div',
      { class: 'story-result', tabindex: '-1', role: 'group', 'aria-label': said },
      makeElement('p', { class: 'story-asked' }, scene.ask),
      makeElement(
        'p',
        { class: 'story-chosen' },
        makeElement('span', { class: 'label' }, this.#texts.chosen),
        makeElement('b', {}, choice.text),
      ),
      makeElement('p', {}, choice.outcome),
      ...(isSilent ? [] : [this.#reason(choice)]),
    );
    if (!isSilent) result.dataset['mark'] = choice.effect;
    stage.append(result, makeElement('p', { class: 'story-go' }, goOn));
    this.#showPlace(scene);
    this.#options.onStep?.();
    this.#said.textContent = `${said} ${this.#place.textContent}`;
    goOn.addEventListener('click', () => {
      goOn.parentElement?.remove();
      this.#face(this.#tell(choice.next));
      this.#said.textContent = this.#place.textContent;
    });
    result.focus({ preventScroll: true });
    result.scrollIntoView({ block: 'nearest' });
  }

  #reason({ effect, why, link }: ShownChoice): HTMLElement {
    const mark = makeElement('b', { class: 'story-effect' }, `${MARKS[effect]} ${this.#texts[effect]}`);
    const more = link ? [makeElement('a', { href: link.href }, link.topic)] : [];
    return makeElement('p', { class: 'story-why' }, mark, makeElement('span', {}, why), ...more);
  }

  /** What is said of a choice that has been made. */
  #toldOf({ effect }: ShownChoice): string {
    return this.#options.isSilent === true ? this.#texts.chosen : this.#texts[effect];
  }

  /** Whether the story comes to its end from `id` without another decision. */
  #isLast(id: string): boolean {
    return decisionsAhead(this.#story.scenes, id) === 0;
  }

  #showPlace(scene: ShownScene | undefined): void {
    const made = this.#steps.length;
    const isMade = this.#steps.at(-1)?.scene === scene;
    const from = isMade ? this.#steps.at(-1)?.choice.next : scene?.id;
    const total = made + (from === undefined ? 0 : decisionsAhead(this.#story.scenes, from));
    const isOver = made === total;
    const n = String(Math.min(made + (isMade ? 0 : 1), total));
    this.#place.textContent = fillTemplate(isOver && !isMade ? this.#texts.over : this.#texts.place, {
      n,
      total: String(total),
    });
    this.#map.replaceChildren(...Array.from({ length: total }, (_, at) => this.#dot(at, isMade)));
  }

  #dot(at: number, isMade: boolean): HTMLElement {
    const step = this.#steps[at];
    const isHere = !isMade && at === this.#steps.length;
    const text = step ? this.#texts.mapDone : isHere ? this.#texts.mapHere : this.#texts.mapAhead;
    const mark = step && this.#options.isSilent !== true ? step.choice.effect : undefined;
    const values = { n: String(at + 1), effect: step ? this.#toldOf(step.choice) : '' };
    const dot = makeElement(
      'li',
      { 'data-mark': mark ?? false, ...(isHere && { 'aria-current': 'step' }) },
      makeElement('span', { 'aria-hidden': 'true' }, mark ? MARKS[mark] : String(at + 1)),
      makeElement('span', { class: 'sr-only' }, fillTemplate(text, values)),
    );
    return dot;
  }

  #end(stage: HTMLElement, scene: ShownScene): void {
    const { isSilent, onEnd } = this.#options;
    if (isSilent !== true) stage.append(this.#summary(scene));
    onEnd?.(this.#steps.map(({ scene: { id }, choice }) => `${id}/${choice.id}`));
  }

  #summary(scene: ShownScene): HTMLElement {
    const texts = this.#texts;
    const helped = this.#steps.filter(({ choice }) => choice.effect === 'helps').length;
    const score = fillTemplate(texts.score, { n: String(helped), total: String(this.#steps.length) });
    return makeElement(
      'div',
      { class: 'story-summary' },
      makeElement(this.#headings.part, {}, texts.summary),
      makeElement('p', { class: 'story-score' }, score),
      makeElement(
        'ol',
        { class: 'story-steps', role: 'list' },
        ...this.#steps.map((step, at) => this.#lookBack(step, at)),
      ),
      ...this.#reading(),
      ...this.#endingsReached(scene),
    );
  }

  #lookBack({ scene, choice }: Step, at: number): HTMLElement {
    const row = makeElement(
      'li',
      {},
      makeElement('i', { 'aria-hidden': 'true' }, MARKS[choice.effect]),
      makeElement(
        'p',
        {},
        makeElement('span', {}, scene.ask),
        makeElement('b', {}, choice.text),
        makeElement('small', {}, this.#texts[choice.effect]),
      ),
    );
    row.dataset['mark'] = choice.effect;
    if (this.#options.isFinal === true) return row;
    const label = fillTemplate(this.#texts.retryLabel, { ask: scene.ask });
    const retry = makeElement(
      'button',
      { class: 'story-retry', type: 'button', 'aria-label': label },
      this.#texts.retry,
    );
    retry.addEventListener('click', () => this.#goBackTo(at));
    row.append(retry);
    return row;
  }

  /** Takes the story back to its decision number `at`, counted from 0, with that choice open again. */
  #goBackTo(at: number): void {
    const scene = this.#steps[at]?.scene;
    const stage = this.#stages[at];
    if (!scene || !stage) return;
    for (const later of this.#stages.splice(at + 1)) later.remove();
    this.#steps.splice(at);
    stage.querySelectorAll('.story-result, .story-go').forEach((part) => part.remove());
    this.#ask(stage, scene);
    this.#showPlace(scene);
    this.#options.onStep?.();
    this.#said.textContent = this.#place.textContent;
    stage.querySelector<HTMLElement>('.story-choice')?.focus();
  }

  /** Links to the topics behind the choices that did not help, each once. */
  #reading(): HTMLElement[] {
    const links = this.#steps.flatMap(({ choice }) => (choice.effect !== 'helps' && choice.link ? [choice.link] : []));
    const each = links.filter(({ href }, at) => links.findIndex((other) => other.href === href) === at);
    if (this.#steps.every(({ choice }) => choice.effect === 'helps')) {
      return this.#options.isFinal === true ? [] : [makeElement('p', {}, this.#texts.allHelp)];
    }
    if (each.length === 0) return [];
    return [
      makeElement(this.#headings.part, {}, this.#texts.read),
      makeElement(
        'ul',
        { class: 'story-reading', role: 'list' },
        ...each.map(({ href, topic }) => makeElement('li', {}, makeElement('a', { href }, topic))),
      ),
    ];
  }

  #endingsReached({ id: last }: ShownScene): HTMLElement[] {
    const all = this.#story.scenes.filter(({ ending }) => ending !== undefined);
    const kept = this.#options.keepEnding?.(this.#story.id, last);
    if (!kept || all.length < 2) return [];
    const { endings: reached, isKept } = kept;
    const n = all.filter(({ id }) => reached.includes(id)).length;
    const heading = fillTemplate(this.#texts.endings, { n: String(n), total: String(all.length) });
    const rows = all.map(({ id, title }) => {
      const isReached = reached.includes(id);
      return makeElement('li', { 'data-reached': isReached }, isReached ? title : this.#texts.endingAhead);
    });
    return [
      makeElement(this.#headings.part, {}, heading),
      makeElement('ul', { class: 'story-endings', role: 'list' }, ...rows),
      ...(isKept ? [makeElement('p', { class: 'story-kept' }, this.#texts.kept)] : []),
    ];
  }

  /** The scene's own words; an ending says how it went. */
  #sceneOf({ when, title, text, ending }: ShownScene): HTMLElement {
    const heading = makeElement(this.#headings.scene, {}, title);
    if (ending && this.#options.isSilent !== true) {
      const mark = makeElement('span', { class: 'scene-turn' }, this.#texts[`${ending}Ending`]);
      mark.dataset['endingMark'] = ending;
      heading.append(mark);
    }
    return makeElement(
      'div',
      { class: ending ? 'story-scene story-ending' : 'story-scene' },
      ...(when ? [makeElement('p', { class: 'scene-when' }, when)] : []),
      heading,
      makeElement('p', {}, text),
    );
  }

  /** Brings a stage to the top of the window and puts the focus on it, so that it is read from its beginning. */
  #face(stage: HTMLElement | undefined): void {
    stage?.focus({ preventScroll: true });
    stage?.scrollIntoView({ block: 'start' });
  }
}
