import type { OnboardingTexts } from '../i18n/onboarding.ts';
import type { Lang } from '../model/localized.ts';
import type { Catalogue } from '../onboarding/catalogue.ts';
import { formatMinutes } from '../onboarding/format-minutes.ts';
import { parsePlan } from '../onboarding/plan-code.ts';
import type { Plan } from '../onboarding/plan.ts';
import { planProgress, type PlanProgress } from '../onboarding/plan-progress.ts';
import { questionName } from '../onboarding/question-name.ts';
import { resolvePlan, type ShownStage } from '../onboarding/resolve-plan.ts';
import { formatResult, NAME_LENGTH, type QuestionOutcome, type ScaleOutcome } from '../onboarding/result-code.ts';
import { fillTemplate } from '../quiz/fill-template.ts';
import { copyText } from './copy-text.ts';
import { drawCertificate } from './draw-certificate.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { makeElement } from './make-element.ts';
import { keepName, listPlans, loadFirstScores, loadName, loadPlan, type KeptPlan } from './onboarding-store.ts';
import { standingOfStep } from './plan-standing.ts';
import { progressStore } from './progress-store.ts';
import { saveFile } from './save-file.ts';
import { loadScale } from './scale-store.ts';
import { today } from './today.ts';

type FinishTexts = Omit<OnboardingTexts['done'], 'noscript'> &
  Pick<OnboardingTexts['plan'], 'minutes' | 'hours' | 'hoursMinutes'>;

/** What a reader gets and gives when a plan is done: a certificate, and a link with the result for the trainer. */
class PlanFinish extends HTMLElement {
  #texts = {} as FinishTexts;
  #plan: Plan | undefined;
  #kept: KeptPlan | undefined;
  #stages: ShownStage[] = [];
  #progress: PlanProgress | undefined;

  connectedCallback(): void {
    this.#texts = JSON.parse(this.dataset['texts'] ?? '{}') as FinishTexts;
    void this.#open();
    addEventListener('hashchange', () => location.reload());
  }

  async #open(): Promise<void> {
    const catalogue = await loadCatalogue(this.dataset['catalogue'] ?? '');
    const id = decodeURIComponent(location.hash.slice(1)) || (listPlans()[0]?.id ?? '');
    const kept = loadPlan(id);
    const plan = catalogue && kept && (kept.code === '' ? own(catalogue, id) : parsePlan(kept.code).value);
    for (const part of this.querySelectorAll<HTMLElement>('[data-when]')) {
      part.hidden = (part.dataset['when'] === 'open') !== (plan !== undefined);
    }
    if (!plan) return;
    this.#plan = plan;
    this.#kept = kept;
    this.#stages = resolvePlan(plan, catalogue);
    this.#progress = planProgress(this.#stages, (step) => standingOfStep(step, kept.ticks), today());
    this.#showPlan(catalogue);
    const name = this.#name;
    name.value = loadName();
    name.addEventListener('input', () => {
      keepName(name.value);
      this.#show();
    });
    this.addEventListener('change', () => this.#show());
    this.querySelector('[data-print]')?.addEventListener('click', () => print());
    this.querySelector('[data-picture]')?.addEventListener('click', () => void this.#savePicture());
    this.querySelector('[data-copy]')?.addEventListener('click', () => void this.#copy());
    this.querySelector('[data-save]')?.addEventListener('click', () => this.#saveResult());
    this.#show();
    this.setAttribute('data-ready', '');
  }

  get #name(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>('[name="reader"]') ?? document.createElement('input');
  }

  get #typedName(): string {
    return this.#name.value.trim().slice(0, NAME_LENGTH);
  }

  #put(part: string, text: string): void {
    this.querySelector(`[data-part="${part}"]`)?.replaceChildren(text);
  }

  #showPlan(catalogue: Catalogue): void {
    const { title = '' } = this.#plan ?? {};
    const back = this.querySelector<HTMLAnchorElement>('a[data-back]');
    if (back) {
      back.textContent = fillTemplate(this.#texts.back, { title });
      back.href = this.#kept?.shown?.href ?? back.href;
    }
    const open = (this.#progress?.of ?? 0) - (this.#progress?.done ?? 0);
    this.#put('partly', open > 0 ? fillTemplate(this.#texts.partly, { n: String(open) }) : '');
    this.querySelector('[data-part="scales"]')?.replaceChildren(
      ...this.#scales().map(({ id, score }) => {
        const [topic, block = ''] = [id.split('/').slice(0, 2).join('/'), id.split('/')[2]];
        const name = catalogue.topics[topic]?.scales[block]?.title ?? id;
        const text = fillTemplate(this.#texts.withScale, { title: name, score: String(score) });
        return makeElement(
          'label',
          { class: 'finish-tick' },
          makeElement('input', { type: 'checkbox', value: id }),
          text,
        );
      }),
    );
  }

  /** The self-assessments of the plan that were filled in here. */
  #scales(): ScaleOutcome[] {
    const ids = this.#steps().flatMap(({ do: kind, about }) =>
      kind === 'assess' && about !== undefined ? [about] : [],
    );
    return [...new Set(ids)].flatMap((id) => {
      const result = loadScale(id).results.at(-1);
      const score = [...(result?.answers.values() ?? [])].reduce((sum, points) => sum + points, 0);
      return result ? [{ id, score }] : [];
    });
  }

  #steps() {
    return this.#stages.flatMap(({ steps }) => steps);
  }

  #questions(): QuestionOutcome[] {
    const topics = this.#steps().flatMap(({ do: kind, about }) =>
      kind === 'quiz' && about !== undefined ? [about] : [],
    );
    return [...new Set(topics)].flatMap((topic) => {
      const firsts = loadFirstScores(topic);
      return [...progressStore.loadProgress(topic).answers].map(([id, { score, times }]) => {
        const name = questionName(id);
        const first = firsts.get(name) ?? (times === 1 ? score : undefined);
        return {
          id: `${topic}/${name}`,
          last: score,
          times: Math.min(times, 9999),
          ...(first !== undefined && { first }),
        };
      });
    });
  }

  #lines(): { intro: string; name: string; claim: string; title: string; facts: string; foot: string } {
    const { done = 0, of = 0 } = this.#progress ?? {};
    const questions = this.#questions();
    const right = questions.filter(({ last }) => last === 1).length;
    const time = formatMinutes(Math.max(1, Math.round((this.#kept?.spent ?? 0) / 60)), this.#texts);
    const counts = { done: String(done), of: String(of) };
    return {
      intro: this.#texts.certifies,
      name: this.#typedName === '' ? this.#texts.nameless : this.#typedName,
      claim: fillTemplate(done === of ? this.#texts.hasDone : this.#texts.hasPartly, counts),
      title: this.#plan?.title ?? '',
      facts: fillTemplate(questions.length === 0 ? this.#texts.factsUnasked : this.#texts.facts, {
        steps: String(done),
        time,
        right: String(right),
        asked: String(questions.length),
      }),
      foot: [this.#plan?.from ?? '', today(), this.#texts.practice].filter((part) => part !== '').join(' · '),
    };
  }

  #show(): void {
    const lines = this.#lines();
    for (const [part, text] of Object.entries(lines)) this.#put(part, text);
    const link = this.#link();
    const out = this.querySelector<HTMLTextAreaElement>('[name="result"]');
    if (out) out.value = link;
    for (const part of this.querySelectorAll<HTMLElement>('[data-named]')) {
      part.hidden = (part.dataset['named'] === 'yes') !== (link !== '');
    }
  }

  #link(): string {
    const [plan, kept] = [this.#plan, this.#kept];
    if (!plan || !kept || this.#typedName === '') return '';
    const chosen = new Set(
      [...this.querySelectorAll<HTMLInputElement>('[data-part="scales"] input:checked')].map(({ value }) => value),
    );
    const lang: Lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
    const code = formatResult({
      plan: { id: plan.id, title: plan.title },
      name: this.#typedName,
      who: kept.who,
      lang,
      at: Math.floor(Date.now() / 1000),
      seconds: kept.spent,
      stages: this.#stages.map(({ due }, at) => {
        const { done = 0, of = 0 } = this.#progress?.stages[at] ?? {};
        return { done, of, due };
      }),
      questions: this.#questions(),
      scales: this.#scales().filter(({ id }) => chosen.has(id)),
    });
    return new URL(`${this.dataset['trainer'] ?? ''}#${code}`, location.href).href;
  }

  async #savePicture(): Promise<void> {
    const picture = await drawCertificate(this.#texts.certificate, this.#lines(), document.documentElement.lang);
    if (picture) saveFile(`${this.#plan?.title ?? ''} ${this.#typedName}.png`.trim(), picture);
  }

  async #copy(): Promise<void> {
    const isCopied = await copyText(this.#link());
    this.#put('copied', isCopied ? this.#texts.copied : this.#texts.copyFailed);
  }

  #saveResult(): void {
    const name = `${this.#plan?.title ?? ''} ${this.#typedName}.txt`.trim();
    saveFile(name, new Blob([`${this.#link()}\n`], { type: 'text/plain' }));
  }
}
customElements.define('plan-finish', PlanFinish);

function own(catalogue: Catalogue, id: string): Plan | undefined {
  return Object.hasOwn(catalogue.paths, id) ? catalogue.paths[id] : undefined;
}
