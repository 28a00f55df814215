import type { OnboardingTexts } from '../i18n/onboarding.ts';
import type { Lang } from '../model/localized.ts';
import type { Catalogue } from '../onboarding/catalogue.ts';
import { emptyPlan, isOwnPlan, makeStep, moveStep, stepChoices } from '../onboarding/edit-plan.ts';
import { formatPlan, parsePlan } from '../onboarding/plan-code.ts';
import { PLAN_LIMITS, type Plan, type PlanStage, type PlanStep, type StepKind } from '../onboarding/plan.ts';
import { dayAfter, daysBetween, resolveStep } from '../onboarding/resolve-plan.ts';
import { fillTemplate } from '../quiz/fill-template.ts';
import { copyText } from './copy-text.ts';
import { drawQr } from './draw-qr.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { makeElement } from './make-element.ts';

/** Beyond this, some chat apps cut a link. */
const LONGEST_LINK = 2000;
/** Beyond this, a QR code is too dense for a phone to read off a screen. */
const LONGEST_QR = 1400;
const KINDS: StepKind[] = ['read', 'card', 'quiz', 'assess', 'practise', 'on-the-job'];

type BuilderTexts = Omit<OnboardingTexts['build'], 'noscript'> & {
  kinds: OnboardingTexts['plan']['do'];
  faults: OnboardingTexts['plan']['fault'];
  gone: string;
};

/** Makes a plan and its link. The plan stands in the address's fragment all the while, so that a reload loses nothing. */
class PlanBuilder extends HTMLElement {
  #texts = {} as BuilderTexts;
  #plan = {} as Plan;
  #catalogue!: Catalogue;

  connectedCallback(): void {
    this.#texts = JSON.parse(this.dataset['texts'] ?? '{}') as BuilderTexts;
    void this.#open();
  }

  async #open(): Promise<void> {
    const catalogue = await loadCatalogue(this.dataset['catalogue'] ?? '');
    if (!catalogue) {
      this.#showFault(this.#texts.faults.offline);
      return;
    }
    this.#catalogue = catalogue;
    this.#readAddress();
    this.#field('start').addEventListener('change', () => this.#startFrom(this.#field('start').value));
    for (const name of ['title', 'from', 'greeting', 'date'] as const) {
      this.#field(name).addEventListener('input', () => this.#readFields());
    }
    this.querySelector('[data-add-stage]')?.addEventListener('click', () => this.#addStage());
    this.querySelector('[data-copy]')?.addEventListener('click', (event) => void this.#copy(event.currentTarget));
    addEventListener('hashchange', () => {
      if (location.hash.slice(1) !== formatPlan(this.#plan)) this.#readAddress();
    });
    for (const part of this.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = false;
    this.setAttribute('data-ready', '');
  }

  #readAddress(): void {
    const code = location.hash.slice(1);
    const { value, fault } = parsePlan(code);
    this.#showFault(fault && code !== '' ? fillTemplate(this.#texts.fault, { fault: this.#texts.faults[fault] }) : '');
    const start = new URLSearchParams(location.search).get('start') ?? '';
    const path = Object.hasOwn(this.#catalogue.paths, start) ? this.#catalogue.paths[start] : undefined;
    this.#plan = this.#asOwn(value ?? path ?? this.#empty());
    if (path && !value) this.#field('start').value = start;
    this.#fillFields();
    this.#showStages();
    this.#showLink();
  }

  #showFault(text: string): void {
    const box = this.querySelector<HTMLElement>('[data-part="fault"]');
    if (!box) return;
    box.textContent = text;
    box.hidden = text === '';
  }

  #empty(): Plan {
    const lang = document.documentElement.lang.startsWith('zh') ? 'zh' : ('en' satisfies Lang);
    return emptyPlan(newId(), lang, this.#texts.nameDefault, fillTemplate(this.#texts.stage, { n: '1' }));
  }

  /** A path's plan becomes another plan when it is changed; a plan of one's own stays the same. */
  #asOwn(plan: Plan): Plan {
    return isOwnPlan(plan) ? plan : { ...plan, id: newId() };
  }

  #field(name: string): HTMLInputElement {
    return this.querySelector<HTMLInputElement>(`[name="${name}"]`) ?? document.createElement('input');
  }

  #fillFields(): void {
    this.#field('title').value = this.#plan.title;
    this.#field('from').value = this.#plan.from;
    this.#field('greeting').value = this.#plan.greeting;
    this.#field('date').value = this.#plan.start;
  }

  #startFrom(path: string): void {
    const start = Object.hasOwn(this.#catalogue.paths, path) ? this.#catalogue.paths[path] : undefined;
    const steps = start ?? this.#empty();
    const { from, greeting, start: date, id } = this.#plan;
    this.#plan = { ...steps, id, from, greeting, start: date };
    this.#fillFields();
    this.#showStages();
    this.#showLink();
  }

  #readFields(): void {
    const before = this.#plan.start;
    this.#plan = {
      ...this.#plan,
      title: this.#field('title').value.slice(0, PLAN_LIMITS.title),
      from: this.#field('from').value.slice(0, PLAN_LIMITS.from),
      greeting: this.#field('greeting').value.slice(0, PLAN_LIMITS.greeting),
      start: this.#field('date').value,
    };
    // Days count from the first, so a plan that starts later is due later.
    if (before !== this.#plan.start) this.#showStages();
    this.#showLink();
  }

  #change(stages: PlanStage[], focus?: string): void {
    this.#plan = { ...this.#plan, stages };
    this.#showStages();
    this.#showLink();
    if (focus !== undefined) this.querySelector<HTMLElement>(focus)?.focus();
  }

  #changeStage(at: number, change: Partial<PlanStage>, isQuiet = false): void {
    const stages = this.#plan.stages.map((stage, index) => (index === at ? { ...stage, ...change } : stage));
    if (!isQuiet) {
      this.#change(stages);
      return;
    }
    this.#plan = { ...this.#plan, stages };
    this.#showLink();
  }

  #addStage(): void {
    const { stages } = this.#plan;
    if (stages.length >= PLAN_LIMITS.stages) return;
    const title = fillTemplate(this.#texts.stage, { n: String(stages.length + 1) });
    this.#change([...stages, { title, steps: [] }], `[data-stage="${String(stages.length)}"] [data-name]`);
  }

  #showStages(): void {
    this.querySelector('[data-part="stages"]')?.replaceChildren(
      ...this.#plan.stages.map((stage, at) => this.#stage(stage, at)),
    );
  }

  #stage(stage: PlanStage, at: number): HTMLElement {
    const texts = this.#texts;
    const heading = fillTemplate(texts.stage, { n: String(at + 1) });
    const name = makeElement('input', { value: stage.title, maxlength: String(PLAN_LIMITS.title), 'data-name': true });
    name.addEventListener('input', () => this.#changeStage(at, { title: name.value }, true));
    const { start } = this.#plan;
    const due = makeElement('input', {
      type: 'date',
      value: start !== '' && stage.due !== undefined ? dayAfter(start, stage.due) : '',
      min: start,
      disabled: start === '',
    });
    due.addEventListener('change', () => {
      const days = due.value === '' ? -1 : daysBetween(start, due.value);
      const { title, steps } = stage;
      const isDated = days >= 0 && days <= PLAN_LIMITS.due;
      const stages = this.#plan.stages.map((other, index) =>
        index === at ? { title: other.title || title, steps, ...(isDated && { due: days }) } : other,
      );
      this.#change(stages, `[data-stage="${String(at)}"] [type=date]`);
    });
    const removal = makeElement('button', { type: 'button', class: 'kept-remove' }, texts.removeStage);
    removal.addEventListener('click', () =>
      this.#change(
        this.#plan.stages.filter((_, index) => index !== at),
        '[data-add-stage]',
      ),
    );
    return makeElement(
      'fieldset',
      { class: 'build-stage', 'data-stage': String(at) },
      makeElement('legend', {}, heading),
      makeElement(
        'div',
        { class: 'build-row' },
        makeElement('label', {}, makeElement('span', {}, texts.stageName), name),
        makeElement('label', {}, makeElement('span', {}, texts.stageDue), due),
      ),
      makeElement('ol', { role: 'list' }, ...stage.steps.map((step, place) => this.#step(step, at, place))),
      this.#adder(at),
      ...(this.#plan.stages.length > 1 ? [removal] : []),
    );
  }

  #step(step: PlanStep, at: number, place: number): HTMLElement {
    const texts = this.#texts;
    const { title, isGone } = resolveStep(step, this.#catalogue);
    const name = isGone ? `${title} (${texts.gone})` : title;
    const here = (button: string, stage: number, row: number) =>
      `[data-stage="${String(stage)}"] li:nth-child(${String(row + 1)}) [data-move="${button}"]`;
    const button = (action: 'up' | 'down' | 'remove', sign: string, press: () => void) => {
      const label = fillTemplate(texts[action], { step: title });
      const made = makeElement('button', { type: 'button', 'data-move': action, 'aria-label': label }, sign);
      made.addEventListener('click', press);
      return made;
    };
    const move = (by: -1 | 1) => {
      const stages = moveStep(this.#plan.stages, at, place, by);
      const to = stages.findIndex(({ steps }) => steps.includes(step));
      const row = stages[to]?.steps.indexOf(step) ?? 0;
      this.#change(stages, here(by === 1 ? 'down' : 'up', to, row));
    };
    const put = (next: PlanStep) => {
      const steps = (this.#plan.stages[at]?.steps ?? []).map((other, index) => (index === place ? next : other));
      this.#changeStage(at, { steps }, true);
    };
    const minutes = makeElement('input', {
      type: 'number',
      min: '1',
      max: String(PLAN_LIMITS.minutes),
      value: String(step.minutes),
      'aria-label': fillTemplate(texts.minutesLabel, { step: title }),
    });
    minutes.addEventListener('change', () => {
      const value = Math.min(PLAN_LIMITS.minutes, Math.max(1, Math.round(Number(minutes.value) || 1)));
      minutes.value = String(value);
      put({ ...this.#stepAt(at, place, step), minutes: value });
    });
    const extras: HTMLElement[] = [
      makeElement('span', { class: 'build-minutes' }, minutes, makeElement('small', {}, texts.minutesUnit)),
    ];
    if (step.do === 'quiz') {
      const pass = makeElement(
        'select',
        { 'aria-label': fillTemplate(texts.passLabel, { step: title }) },
        ...[...new Set([50, 60, 70, 80, 90, 100, Math.round(step.pass * 100)])]
          .sort((a, b) => a - b)
          .map((share) =>
            makeElement(
              'option',
              { value: String(share), selected: share === Math.round(step.pass * 100) },
              `${String(share)}%`,
            ),
          ),
      );
      pass.addEventListener('change', () => {
        const now = this.#stepAt(at, place, step);
        if (now.do === 'quiz') put({ ...now, pass: Number(pass.value) / 100 });
      });
      extras.push(pass);
    }
    return makeElement(
      'li',
      { 'data-do': step.do },
      makeElement('span', { class: 'plan-kind' }, texts.kinds[step.do]),
      makeElement('span', { class: 'build-name' }, name),
      makeElement('span', { class: 'build-extras' }, ...extras),
      makeElement(
        'span',
        { class: 'build-moves' },
        button('up', '↑', () => move(-1)),
        button('down', '↓', () => move(1)),
        button('remove', '✕', () =>
          this.#change(
            this.#plan.stages.map((stage, index) =>
              index === at ? { ...stage, steps: stage.steps.filter((_, row) => row !== place) } : stage,
            ),
            `[data-stage="${String(at)}"] [data-kind]`,
          ),
        ),
      ),
    );
  }

  /** A step as it is now: its row was drawn before it was last changed. */
  #stepAt(at: number, place: number, drawn: PlanStep): PlanStep {
    return this.#plan.stages[at]?.steps[place] ?? drawn;
  }

  /** What adds a step at the end of a stage. */
  #adder(at: number): HTMLElement {
    const texts = this.#texts;
    const kind = makeElement(
      'select',
      { 'data-kind': true },
      ...KINDS.map((value) => makeElement('option', { value }, texts.kinds[value])),
    );
    const what = makeElement('select', { 'data-what': true });
    const task = makeElement('input', { maxlength: String(PLAN_LIMITS.job), 'data-task': true });
    const whatLabel = makeElement('label', {}, makeElement('span', {}, texts.addWhat), what);
    const taskLabel = makeElement('label', {}, makeElement('span', {}, texts.addText), task);
    const showChoices = () => {
      const choices = stepChoices(kind.value as StepKind, this.#catalogue);
      const groups = [...new Set(choices.map(({ group }) => group))];
      what.replaceChildren(
        ...groups.map((label) =>
          makeElement(
            'optgroup',
            { label },
            ...choices
              .filter(({ group }) => group === label)
              .map(({ value, name }) => makeElement('option', { value }, name)),
          ),
        ),
      );
      whatLabel.hidden = kind.value === 'on-the-job';
      taskLabel.hidden = kind.value !== 'on-the-job';
    };
    kind.addEventListener('change', showChoices);
    showChoices();
    const add = makeElement('button', { type: 'button', class: 'btn btn-quiet', 'data-add': true }, texts.addButton);
    add.addEventListener('click', () => {
      const value = kind.value === 'on-the-job' ? task.value.trim() : what.value;
      if (value === '' || this.#count() >= PLAN_LIMITS.steps) return;
      const step = makeStep(kind.value as StepKind, value, this.#catalogue);
      this.#changeStage(at, { steps: [...(this.#plan.stages[at]?.steps ?? []), step] });
      this.querySelector<HTMLElement>(`[data-stage="${String(at)}"] [data-add]`)?.focus();
    });
    return makeElement(
      'div',
      { class: 'build-row build-adder' },
      makeElement('label', {}, makeElement('span', {}, texts.addKind), kind),
      whatLabel,
      taskLabel,
      add,
    );
  }

  #count(): number {
    return this.#plan.stages.reduce((sum, { steps }) => sum + steps.length, 0);
  }

  #showLink(): void {
    const code = formatPlan(this.#plan);
    const isEmpty = this.#count() === 0;
    history.replaceState(null, '', isEmpty ? location.pathname : `#${code}`);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) link.hash = isEmpty ? '' : code;
    const link = new URL(`${this.dataset['plan'] ?? ''}#${code}`, location.href).href;
    const length = this.querySelector<HTMLElement>('[data-part="length"]');
    const out = this.querySelector<HTMLElement>('[data-part="out"]');
    const isLong = link.length > LONGEST_LINK;
    if (out) out.hidden = isEmpty;
    if (length) {
      const text = isLong ? this.#texts.tooLong : this.#texts.length;
      length.textContent = isEmpty
        ? this.#texts.empty
        : fillTemplate(text, { n: link.length.toLocaleString(document.documentElement.lang) });
      length.toggleAttribute('data-long', isLong);
    }
    this.#field('link').value = link;
    const open = this.querySelector<HTMLAnchorElement>('a[data-open]');
    if (open) open.href = link;
    this.#showQr(isEmpty ? '' : link);
  }

  #showQr(link: string): void {
    const box = this.querySelector('[data-part="qr"]');
    if (!box || link === '') return;
    if (link.length > LONGEST_QR) box.replaceChildren(makeElement('small', {}, this.#texts.qrTooLong));
    else box.replaceChildren(drawQr(link, this.#texts.qr));
  }

  async #copy(target: EventTarget | null): Promise<void> {
    const isCopied = await copyText(this.#field('link').value);
    const status = this.querySelector('[data-part="copied"]');
    if (status) status.textContent = isCopied ? this.#texts.copied : this.#texts.copyFailed;
    if (!isCopied) this.#field('link').select();
    if (isCopied && target instanceof HTMLElement) target.focus();
  }
}
customElements.define('plan-builder', PlanBuilder);

/** A plan's own name: a capital letter and seven more or figures, at random. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes]
    .map((byte, at) => (at === 0 ? String.fromCharCode(65 + (byte % 26)) : (byte % 36).toString(36).toUpperCase()))
    .join('');
}
