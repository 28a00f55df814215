import { progressStore } from './progress-store.ts';

/** Shows how many of a topic's questions this reader has answered right; stays hidden until there is one. */
class TopicProgress extends HTMLElement {
  connectedCallback(): void {
    const { topic = '', questions = '0', text = '' } = this.dataset;
    // A question taken away since may still be stored as answered.
    const correct = Math.min(progressStore.topicSummary(topic).correct, Number(questions));
    if (correct === 0) return;
    const bar = this.querySelector('progress');
    const note = this.querySelector('small');
    if (bar) bar.value = correct;
    if (note) note.textContent = text.replace('{done}', String(correct)).replace('{all}', questions);
    this.hidden = false;
  }
}
customElements.define('topic-progress', TopicProgress);
