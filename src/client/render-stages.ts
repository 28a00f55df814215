import type { OnboardingTexts } from '../i18n/onboarding.ts';
import type { Catalogue } from '../onboarding/catalogue.ts';
import { formatMinutes } from '../onboarding/format-minutes.ts';
import type { ShownStage, ShownStep } from '../onboarding/resolve-plan.ts';
import { fillTemplate } from '../quiz/fill-template.ts';
import { isTicked } from './plan-standing.ts';

type PlanTexts = OnboardingTexts['plan'];

/** The stages of a plan, made of the templates that stand in `page`: the same parts that a path's page is built of. */
export function renderStages(
  page: HTMLElement,
  stages: readonly ShownStage[],
  catalogue: Catalogue,
  texts: PlanTexts,
): HTMLElement[] {
  const copy = (name: string): HTMLElement => {
    const template = page.querySelector<HTMLTemplateElement>(`template[data-of="${name}"]`);
    const made = template?.content.firstElementChild?.cloneNode(true);
    return made instanceof HTMLElement ? made : document.createElement('div');
  };
  page.querySelector('.plan-dots')?.replaceChildren(
    ...stages.map(({ steps }) => {
      const group = document.createElement('span');
      group.append(
        ...steps.map(({ theme }) => {
          const dot = document.createElement('i');
          setTheme(dot, theme, catalogue);
          return dot;
        }),
      );
      return group;
    }),
  );
  return stages.map((stage, at) => {
    const section = copy('stage');
    const fill = (part: string, text: string) => section.querySelector(`[data-part="${part}"]`)?.replaceChildren(text);
    fill('title', stage.title);
    fill('time', formatMinutes(stage.minutes, texts));
    section.querySelector('ol')?.replaceChildren(
      ...stage.steps.map((step, place) => {
        const row = copy('step');
        row.id = `step-${String(at)}-${String(place)}`;
        fillStep(row, step, catalogue, texts);
        return row;
      }),
    );
    return section;
  });
}

function fillStep(row: HTMLElement, step: ShownStep, catalogue: Catalogue, texts: PlanTexts): void {
  const fill = (part: string, text: string) => row.querySelector(`[data-part="${part}"]`)?.replaceChildren(text);
  row.dataset['key'] = step.key;
  row.dataset['do'] = step.do;
  setTheme(row, step.theme, catalogue);
  fill('kind', texts.do[step.do]);
  fill('facts', stepFacts(step, texts));
  const link = row.querySelector('a');
  const text = row.querySelector('[data-part="text"]');
  if (step.href === undefined) {
    link?.remove();
    text?.replaceChildren(step.isGone ? texts.gone : step.title);
  } else {
    text?.remove();
    link?.replaceChildren(step.title);
    link?.setAttribute('href', step.href);
    link?.setAttribute('data-step', step.key);
  }
  const box = row.querySelector('input');
  box?.setAttribute('aria-label', fillTemplate(isTicked(step) ? texts.tick : texts.auto, { step: step.title }));
}

function setTheme(element: HTMLElement, theme: string | undefined, catalogue: Catalogue): void {
  if (theme === undefined) return;
  element.dataset['themeOf'] = theme;
  const style = catalogue.themes[theme]?.style;
  for (const part of style?.split(';') ?? []) {
    const [name = '', value = ''] = part.split(':');
    element.style.setProperty(name, value);
  }
}

/** What stands small beside a step: its minutes, and for a quiz what it takes to pass. */
function stepFacts({ minutes, pass }: ShownStep, texts: PlanTexts): string {
  const time = formatMinutes(minutes, texts);
  return pass === undefined ? time : `${time} · ${texts.pass.replace('{n}', String(Math.round(pass * 100)))}`;
}
