import { fillTemplate } from '../quiz/fill-template.ts';
import type { OnboardingTexts } from '../i18n/onboarding.ts';
import { currentKey, type Catalogue } from '../onboarding/catalogue.ts';
import { formatMinutes } from '../onboarding/format-minutes.ts';
import type { Plan } from '../onboarding/plan.ts';
import { planProgress, type PlanProgress } from '../onboarding/plan-progress.ts';
import { resolvePlan, type ShownStage, type ShownStep } from '../onboarding/resolve-plan.ts';
import { formatDay } from './format-day.ts';
import { loadCatalogue } from './load-catalogue.ts';
import {
  isNewerPlan,
  keepLastPlan,
  keepPlan,
  keepStepAt,
  loadPlan,
  newPlan,
  type KeptPlan,
} from './onboarding-store.ts';
import { isTicked, standingOfStep } from './plan-standing.ts';
import { renderStages } from './render-stages.ts';
import { today } from './today.ts';

/**
 * A plan on its page: a path of the site, whose steps stand in the page already, or the plan in the address's fragment.
 * Shows how far it has come, what is due and what is next, and keeps the ticks on the device.
 */
class PlanPage extends HTMLElement {
  #texts = {} as OnboardingTexts['plan'];
  #id = '';
  #plan: Plan | undefined;
  #stages: ShownStage[] = [];
  #kept: KeptPlan = newPlan('');
  #moved: Catalogue['moved'] = {};
  #isSaved = true;

  connectedCallback(): void {
    this.#texts = JSON.parse(this.dataset['texts'] ?? '{}') as OnboardingTexts['plan'];
    this.addEventListener('change', (event) => this.#tick(event.target));
    this.addEventListener('click', (event) => this.#goTo(event));
    this.querySelector('[data-print]')?.addEventListener('click', () => print());
    const isPath = this.dataset['path'] !== undefined;
    void (isPath ? this.#openPath() : this.#openLink());
    if (!isPath) addEventListener('hashchange', () => void this.#openLink());
    // A quiz done in another tab, or on the page just left, counts at once.
    addEventListener('storage', () => this.#reload());
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#reload();
    });
  }

  async #openPath(): Promise<void> {
    const catalogue = await loadCatalogue(this.dataset['catalogue'] ?? '');
    const plan = catalogue?.paths[this.dataset['path'] ?? ''];
    if (catalogue && plan) this.#start(plan, '', catalogue);
  }

  async #openLink(): Promise<void> {
    const code = location.hash.slice(1);
    // Paths of the site have no code to read, so what reads them comes only with a link.
    const { parsePlan } = await import('../onboarding/plan-code.ts');
    const opened = parsePlan(code);
    if (!opened.value) {
      this.#showFault(code === '' ? undefined : this.#texts.fault[opened.fault]);
      return;
    }
    const catalogue = await loadCatalogue(this.dataset['catalogue'] ?? '');
    if (!catalogue) {
      this.#showFault(this.#texts.fault.offline);
      return;
    }
    const plan = opened.value;
    this.#stages = resolvePlan(plan, catalogue);
    this.#part('stages')?.replaceChildren(...renderStages(this, this.#stages, catalogue, this.#texts));
    this.#showHead(plan);
    this.#showFault(undefined);
    this.#start(plan, code, catalogue);
  }

  /** What the plan says of itself; for a path it stands in the page. */
  #showHead(plan: Plan): void {
    const heading = document.querySelector('h1');
    if (heading) heading.textContent = plan.title;
    document.title = plan.title;
    document.querySelector('.lede')?.remove();
    const lang = plan.lang === 'zh' ? 'zh-CN' : 'en';
    const from = this.#part('from');
    const greeting = this.#part('greeting');
    const dates = this.#part('dates');
    if (from) from.textContent = plan.from === '' ? '' : fillTemplate(this.#texts.from, { name: plan.from });
    if (greeting) {
      greeting.textContent = plan.greeting;
      greeting.lang = lang;
      greeting.hidden = plan.greeting === '';
    }
    if (dates)
      dates.textContent = plan.start === '' ? '' : fillTemplate(this.#texts.started, { date: formatDay(plan.start) });
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) link.hash = location.hash;
    const edit = this.querySelector<HTMLAnchorElement>('a[data-edit]');
    if (edit) edit.hash = location.hash;
  }

  #showFault(fault: string | undefined): void {
    const box = this.#part('fault');
    const isOpen = this.#plan !== undefined || (fault === undefined && location.hash.length > 1);
    if (box) {
      box.textContent = fault ?? '';
      box.hidden = fault === undefined;
    }
    for (const part of this.querySelectorAll<HTMLElement>('[data-when]')) {
      part.hidden = (part.dataset['when'] === 'open') !== (isOpen && fault === undefined);
    }
  }

  #start(plan: Plan, code: string, catalogue: Catalogue): void {
    this.#plan = plan;
    this.#id = plan.id;
    this.#stages = resolvePlan(plan, catalogue);
    this.#moved = catalogue.moved;
    this.#kept = newPlan(code);
    this.#readKept();
    keepLastPlan(plan.id);
    this.#show();
    this.setAttribute('data-ready', '');
    void this.#keep();
  }

  /** Keeps the plan's pages for when there is no network; says so once all of them are there. */
  async #keep(): Promise<void> {
    try {
      const { keepPages } = await import('./pocket/keep-pages.ts');
      this.toggleAttribute('data-offline', await keepPages(this.#pages()));
    } catch {
      // The network is gone already: what is kept is there.
    }
  }

  /** Every page that this plan needs, in the language it is shown in. */
  #pages(): string[] {
    const own = ['data-catalogue', 'data-finish-page'].map((name) => this.getAttribute(name) ?? '');
    const steps = this.#stages.flatMap(({ steps: each }) =>
      each.flatMap(({ do: kind, href }) => {
        const page = href?.split('#')[0];
        // The questions of a topic stand on a page of their own.
        return page === undefined ? [] : kind === 'card' ? [page] : [page, `${page}quiz/`];
      }),
    );
    return [...new Set([location.pathname, ...own, ...steps])].filter((address) => address !== '');
  }

  #reload(): void {
    this.#readKept();
    this.#show();
  }

  /** Takes what the device has of this plan now, such as ticks of another tab; what it would not take stays here alone. */
  #readKept(): void {
    const kept = this.#isSaved ? loadPlan(this.#id) : undefined;
    if (!kept) return;
    const ticks = new Map([...kept.ticks].map(([key, at]) => [currentKey(key, this.#moved), at]));
    this.#kept = { ...kept, ticks, code: this.#kept.code };
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }

  #tick(target: EventTarget | null): void {
    const row = target instanceof HTMLInputElement ? target.closest<HTMLElement>('[data-key]') : null;
    if (!row || !(target instanceof HTMLInputElement)) return;
    this.#readKept();
    const ticks = new Map(this.#kept.ticks);
    const key = row.dataset['key'] ?? '';
    if (target.checked) ticks.set(key, Math.floor(Date.now() / 1000));
    else ticks.delete(key);
    this.#kept = { ...this.#kept, ticks };
    this.#show();
  }

  /** Before a step's page is opened, notes where the reader is and what comes after. */
  #goTo(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-step]') : null;
    if (!link || !this.#plan) return;
    const row = link.dataset['row'] ?? '';
    if (row !== '') {
      event.preventDefault();
      const box = document.getElementById(row)?.querySelector('input');
      box?.closest('li')?.scrollIntoView({ block: 'center' });
      box?.focus({ preventScroll: true });
      return;
    }
    const steps = this.#stages.flatMap((stage) => stage.steps);
    const from = steps.findIndex(({ key }) => key === link.dataset['step']);
    const open = steps.filter(
      (step, at) => at >= from && (at === from || (!step.isGone && !standingOfStep(step, this.#kept.ticks).isDone)),
    );
    keepStepAt({
      plan: this.#id,
      back: this.#address(),
      title: this.#plan.title,
      steps: open.map((step) => ({
        key: step.key,
        title: this.#nameOf(step),
        href: step.href ?? this.#address(),
        isTicked: isTicked(step),
      })),
    });
  }

  #address(): string {
    return location.pathname + location.hash;
  }

  #nameOf(step: ShownStep): string {
    return `${this.#texts.do[step.do]} · ${step.title}`;
  }

  #show(): void {
    if (!this.#plan) return;
    const progress = planProgress(this.#stages, (step) => standingOfStep(step, this.#kept.ticks), today());
    const next = progress.next && this.#stages[progress.next.stage]?.steps[progress.next.step];
    this.#showStages(progress, next);
    this.#showSummary(progress, next);
    const shown = {
      title: this.#plan.title,
      href: this.#address(),
      done: progress.done,
      of: progress.of,
      next: next ? this.#nameOf(next) : '',
    };
    this.#kept = { ...this.#kept, spent: loadPlan(this.#id)?.spent ?? this.#kept.spent, shown };
    this.#isSaved = keepPlan(this.#id, this.#kept);
    const note = this.#part('kept');
    if (note) {
      const trouble = isNewerPlan(this.#id) ? this.#texts.newer : this.#texts.unsaved;
      note.textContent = this.#isSaved ? this.#texts.kept : trouble;
    }
  }

  #showStages(progress: PlanProgress, next: ShownStep | undefined): void {
    const sections = [...this.querySelectorAll<HTMLElement>('[data-stage]')];
    for (const [index, stage] of this.#stages.entries()) {
      const section = sections[index];
      const standing = progress.stages[index];
      if (!section || !standing) continue;
      section.toggleAttribute('data-overdue', standing.isOverdue);
      const due = section.querySelector('[data-part="due"]');
      if (due && stage.due !== '') {
        const text = standing.isOverdue ? this.#texts.overdue : this.#texts.due;
        due.textContent = fillTemplate(text, { date: formatDay(stage.due) });
      }
      const count = section.querySelector('[data-part="count"]');
      if (count) count.textContent = this.#count(standing);
      const rows = [...section.querySelectorAll<HTMLElement>('[data-key]')];
      for (const [place, step] of stage.steps.entries()) {
        const row = rows[place];
        if (row) this.#showStep(row, step, step === next);
      }
    }
  }

  #showStep(row: HTMLElement, step: ShownStep, isNext: boolean): void {
    const standing = standingOfStep(step, this.#kept.ticks);
    const box = row.querySelector('input');
    if (box) {
      box.checked = standing.isDone;
      box.disabled = !isTicked(step) || step.isGone;
    }
    row.toggleAttribute('data-done', standing.isDone);
    row.toggleAttribute('data-next', isNext);
    const state = row.querySelector('[data-part="state"]');
    if (!state) return;
    const { right = 0, of = 0 } = standing;
    state.textContent =
      of > 0
        ? fillTemplate(this.#texts.state, { right: String(right), of: String(of) })
        : isNext
          ? this.#texts.here
          : '';
  }

  #count({ done, of }: { done: number; of: number }): string {
    return fillTemplate(this.#texts.count, { done: String(done), of: String(of) });
  }

  #showSummary(progress: PlanProgress, next: ShownStep | undefined): void {
    const summary = this.#part('summary');
    const left = this.#part('left');
    const go = this.querySelector<HTMLAnchorElement>('a[data-go]');
    const finish = this.querySelector<HTMLAnchorElement>('a[data-finish]');
    const dots = [...this.querySelectorAll<HTMLElement>('.plan-dots i')];
    const steps = this.#stages.flatMap((stage) => stage.steps);
    for (const [index, dot] of dots.entries()) {
      const step = steps[index];
      dot.toggleAttribute('data-done', step !== undefined && standingOfStep(step, this.#kept.ticks).isDone);
      dot.toggleAttribute('data-next', step !== undefined && step === next);
    }
    const count = this.#part('progress');
    if (count) count.textContent = this.#count(progress);
    if (left) {
      const time = formatMinutes(progress.minutesLeft, this.#texts);
      left.textContent = next ? fillTemplate(this.#texts.left, { time }) : this.#texts.allDone;
    }
    if (go) {
      go.hidden = next === undefined;
      if (next) {
        const text = progress.done === 0 ? this.#texts.begin : this.#texts.next;
        go.textContent = fillTemplate(text, { step: this.#nameOf(next) });
        go.href = next.href ?? `#${rowIdOf(progress)}`;
        // A step at work has no page of its own: its row is shown, and the address keeps its plan.
        go.dataset['step'] = next.key;
        go.dataset['row'] = next.href === undefined ? rowIdOf(progress) : '';
      }
    }
    if (finish) {
      finish.hash = this.#id;
      finish.textContent = next ? this.#texts.finishEarly : this.#texts.finish;
      finish.classList.toggle('btn-quiet', next !== undefined);
      finish.hidden = progress.done === 0;
    }
    if (summary) summary.hidden = false;
  }
}
customElements.define('plan-page', PlanPage);

function rowIdOf({ next }: PlanProgress): string {
  return next ? `step-${String(next.stage)}-${String(next.step)}` : '';
}
