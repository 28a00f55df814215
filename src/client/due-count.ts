import { endOfToday } from './end-of-today.ts';
import { dueOf, progressStore } from './progress-store.ts';

/** Says beside the way to the review how many questions are due today; nothing when there are none. */
class DueCount extends HTMLElement {
  connectedCallback(): void {
    const today = endOfToday();
    const due = progressStore
      .listTopics()
      .flatMap((topic) => [...progressStore.loadProgress(topic).answers.values()])
      .filter((answer) => dueOf(answer) <= today).length;
    this.textContent = due > 0 ? (this.dataset['text'] ?? '').replace('{n}', String(due)) : '';
  }
}
customElements.define('due-count', DueCount);
