const CHOICES = ['auto', 'light', 'dark'] as const;
type Choice = (typeof CHOICES)[number];

/** The light–dark button: each press takes the next of “as the system”, light, dark, and keeps it. */
class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const { dataset } = document.documentElement;
    // ThemeProvider has set it before the first paint.
    const current = (): Choice => CHOICES.find((choice) => choice === dataset['themeChoice']) ?? 'auto';
    const show = (choice: Choice) => {
      dataset['themeChoice'] = choice;
      dataset['theme'] = choice === 'auto' ? (dark.matches ? 'dark' : 'light') : choice;
      const { label = '', ...names } = button.dataset;
      button.setAttribute('aria-label', `${label}: ${names[choice] ?? ''}`);
      button.title = names[choice] ?? '';
    };
    button.addEventListener('click', () => {
      const next = CHOICES[(CHOICES.indexOf(current()) + 1) % CHOICES.length] ?? 'auto';
      try {
        localStorage.setItem('starlight-theme', next);
      } catch {
        // A store that refuses keeps nothing: the choice holds for this page.
      }
      show(next);
    });
    dark.addEventListener('change', () => show(current()));
    show(current());
  }
}
customElements.define('theme-toggle', ThemeToggle);
