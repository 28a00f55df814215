import { loadStepAt } from './onboarding-store.ts';

/** Shows the bar of the plan being followed, on the page of the step at hand; its code comes only when there is one. */
class PlanBar extends HTMLElement {
  connectedCallback(): void {
    const at = loadStepAt();
    const [step] = at?.steps ?? [];
    if (!at || !step || pathOf(step.href) !== location.pathname) return;
    void import('./plan-bar-steps.ts').then(({ showSteps }) => showSteps(this, at));
  }
}
customElements.define('plan-bar', PlanBar);

function pathOf(href: string): string {
  return new URL(href, location.href).pathname;
}
