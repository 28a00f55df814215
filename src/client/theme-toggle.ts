export {};

declare global {
  interface Window {
    /** Set by the inline script of ThemeProvider before the first paint. */
    pocketTheme?: { set: (choice: string) => void };
  }
}

const CHOICES = ['auto', 'light', 'dark'];

/** The light–dark button: each press takes the next of “as the system”, light, dark. */
class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    const current = () => document.documentElement.dataset['themeChoice'] ?? 'auto';
    const name = () => {
      const { label = '', ...names } = button.dataset;
      button.setAttribute('aria-label', `${label}: ${names[current()] ?? ''}`);
      button.title = names[current()] ?? '';
    };
    button.addEventListener('click', () => {
      const next = CHOICES[(CHOICES.indexOf(current()) + 1) % CHOICES.length];
      window.pocketTheme?.set(next ?? 'auto');
      name();
    });
    name();
  }
}
customElements.define('theme-toggle', ThemeToggle);
