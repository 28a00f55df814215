import type { OnboardingTexts } from '../i18n/onboarding.ts';
import type { Catalogue } from '../onboarding/catalogue.ts';
import {
  collectResults,
  reportClass,
  type ClassReport,
  type ClassRow,
  type CollectedResults,
} from '../onboarding/class-report.ts';
import { formatMinutes } from '../onboarding/format-minutes.ts';
import { fillTemplate } from '../quiz/fill-template.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { makeElement } from './make-element.ts';
import { saveFile } from './save-file.ts';
import { today } from './today.ts';

type DeskTexts = Omit<OnboardingTexts['trainer'], 'noscript'> &
  Pick<OnboardingTexts['plan'], 'minutes' | 'hours' | 'hoursMinutes'>;
/** What each question asks and where it is answered. */
type Questions = Record<string, { stem: string; href: string }>;

const KEPT = 'pocketbook/trainer';
const SHOWN_MISSED = 8;
/** Below so many people, figures of an item say little. */
const FEW = 10;

/** Reads any number of results and shows the class; everything stays in this browser, and is kept only if asked. */
class TrainerDesk extends HTMLElement {
  #texts = {} as DeskTexts;
  #catalogue: Catalogue | undefined;
  #questions: Questions = {};
  #collected: CollectedResults = collectResults('');

  connectedCallback(): void {
    this.#texts = JSON.parse(this.dataset['texts'] ?? '{}') as DeskTexts;
    void this.#open();
  }

  async #open(): Promise<void> {
    const [catalogue, questions] = await Promise.all([
      loadCatalogue(this.dataset['catalogue'] ?? ''),
      loadQuestions(this.dataset['questions'] ?? ''),
    ]);
    this.#catalogue = catalogue;
    this.#questions = questions;
    const box = this.#box;
    const keep = this.querySelector<HTMLInputElement>('[name="keep"]');
    const kept = loadKept();
    if (keep && kept !== undefined) keep.checked = true;
    box.value = [kept ?? '', location.hash.length > 1 ? location.href : ''].filter((text) => text !== '').join('\n');
    box.addEventListener('input', () => this.#read());
    this.querySelector('[data-read]')?.addEventListener('click', () => this.#read());
    this.querySelector('[data-clear]')?.addEventListener('click', () => {
      box.value = '';
      this.#read();
      box.focus();
    });
    keep?.addEventListener('change', () => this.#keep());
    this.querySelector('[data-csv]')?.addEventListener('click', () => void this.#saveCsv());
    this.querySelector('[data-xlsx]')?.addEventListener('click', () => void this.#saveXlsx());
    const files = this.querySelector<HTMLInputElement>('[type=file]');
    files?.addEventListener('change', () => void this.#take(files.files));
    this.addEventListener('dragover', (event) => event.preventDefault());
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      void this.#take(event.dataTransfer?.files, event.dataTransfer?.getData('text/plain'));
    });
    for (const part of this.querySelectorAll<HTMLElement>('[data-scripted]')) part.hidden = false;
    this.#read();
    this.setAttribute('data-ready', '');
  }

  get #box(): HTMLTextAreaElement {
    return this.querySelector('textarea') ?? document.createElement('textarea');
  }

  async #take(files: FileList | null | undefined, text = ''): Promise<void> {
    const texts = await Promise.all([...(files ?? [])].map((file) => file.text()));
    this.#box.value = [this.#box.value, ...texts, text].filter((part) => part.trim() !== '').join('\n');
    this.#read();
  }

  #read(): void {
    this.#collected = collectResults(this.#box.value);
    this.#keep();
    this.#showStatus();
    const { results } = this.#collected;
    const out = this.querySelector<HTMLElement>('[data-part="out"]');
    if (out) out.hidden = results.length === 0;
    if (results.length === 0) return;
    const report = reportClass(results, Object.keys(this.#catalogue?.themes ?? {}), today());
    this.#put('class', this.#classTable(report));
    this.#put('themes', this.#themePicture(report));
    this.#put('missed', this.#missed(report));
    this.#put('items', this.#itemTable(report));
  }

  #put(part: string, content: Node): void {
    this.querySelector(`[data-part="${part}"]`)?.replaceChildren(content);
  }

  /** Keeps the codes alone, not what stood around them. */
  #keep(): void {
    const isWanted = this.querySelector<HTMLInputElement>('[name="keep"]')?.checked === true;
    try {
      if (isWanted) localStorage.setItem(KEPT, this.#collected.codes.join('\n'));
      else localStorage.removeItem(KEPT);
    } catch {
      // A device that refuses keeps nothing; the page goes on.
    }
  }

  #showStatus(): void {
    const { results, merged, rejected } = this.#collected;
    const people = new Set(results.map(({ who, name }) => `${who} ${name}`)).size;
    const texts = this.#texts;
    const lines: Node[] = [];
    if (results.length > 0) {
      const found = { n: String(results.length), people: String(people) };
      lines.push(makeElement('p', {}, fillTemplate(texts.status, found)));
    } else if (this.#box.value.trim() !== '') {
      lines.push(makeElement('p', {}, texts.none));
    }
    if (merged > 0) lines.push(makeElement('p', {}, fillTemplate(texts.merged, { n: String(merged) })));
    if (rejected.length > 0) {
      const rows = rejected.map(({ start, fault }) =>
        makeElement('li', {}, makeElement('code', {}, `${start}…`), ` ${texts.fault[fault]}`),
      );
      lines.push(
        makeElement('p', { class: 'trainer-rejected' }, fillTemplate(texts.rejected, { n: String(rejected.length) })),
        makeElement('ul', {}, ...rows),
      );
    }
    this.querySelector('[data-part="status"]')?.replaceChildren(...lines);
  }

  /** The head and cells of the class table, as words. */
  #classCells({ rows }: ClassReport): { head: string[]; rows: string[][] } {
    const texts = this.#texts;
    return {
      head: [
        texts.who,
        texts.plan,
        texts.done,
        texts.overdue,
        texts.first,
        texts.last,
        texts.answered,
        texts.time,
        texts.scales,
        texts.made,
      ],
      rows: rows.map((row) => this.#classRow(row)),
    };
  }

  #classRow({ result, done, of, first, last, answered, overdue }: ClassRow): string[] {
    const texts = this.#texts;
    const hasDates = result.stages.some(({ due }) => due !== '');
    const late = fillTemplate(texts.overdueYes, { n: String(overdue) });
    const scales = result.scales.map(({ id, score }) => {
      const [topic, block = ''] = [id.split('/').slice(0, 2).join('/'), id.split('/')[2]];
      return `${this.#catalogue?.topics[topic]?.scales[block]?.title ?? id} ${String(score)}`;
    });
    return [
      result.name === '' ? texts.nameless : result.name,
      result.plan.title,
      `${String(done)} / ${String(of)}`,
      hasDates ? (overdue > 0 ? late : texts.overdueNo) : texts.noDates,
      first === undefined ? texts.noFigure : asPercent(first),
      last === undefined ? texts.noFigure : asPercent(last),
      String(answered),
      formatMinutes(Math.round(result.seconds / 60), texts),
      scales.join('; ') || texts.noFigure,
      new Date(result.at * 1000).toLocaleDateString(document.documentElement.lang),
    ];
  }

  #classTable(report: ClassReport): HTMLElement {
    const { head, rows } = withoutEmpty(this.#classCells(report), this.#texts.noFigure);
    const late = report.rows.map(({ overdue }) => overdue > 0);
    return table(this.#texts.classLabel, head, rows, (row, at) =>
      row.toggleAttribute('data-overdue', late[at] === true),
    );
  }

  #themePicture({ themes }: ClassReport): HTMLElement {
    const rows = themes.map(({ theme, answers, first, last }) => {
      const { title = theme, style = '' } = this.#catalogue?.themes[theme] ?? {};
      const bar = makeElement(
        'span',
        {
          class: 'theme-bar',
          role: 'img',
          'aria-label': fillTemplate(this.#texts.themeBar, {
            theme: title,
            first: asPercent(first),
            last: asPercent(last),
            n: String(answers),
          }),
        },
        makeElement('i', {}),
        makeElement('i', {}),
      );
      const [now, then] = bar.children as unknown as [HTMLElement, HTMLElement];
      now.style.width = asPercent(last);
      then.style.width = asPercent(first);
      const row = makeElement(
        'li',
        { 'data-theme-of': theme },
        makeElement('b', {}, title),
        bar,
        makeElement('span', { 'aria-hidden': 'true' }, `${asPercent(first)} → ${asPercent(last)}`),
      );
      for (const part of style.split(';')) row.style.setProperty(...(part.split(':') as [string, string]));
      return row;
    });
    return makeElement('ul', { role: 'list', class: 'theme-bars' }, ...rows);
  }

  #missed({ items }: ClassReport): HTMLElement {
    const missed = items.filter(({ difficulty }) => difficulty < 1).slice(0, SHOWN_MISSED);
    if (missed.length === 0) return makeElement('p', {}, this.#texts.allRight);
    const rows = missed.map(({ item, answers, difficulty }) => {
      const wrong = String(Math.round(answers * (1 - difficulty)));
      const share = fillTemplate(this.#texts.missedShare, { n: String(answers), wrong });
      return makeElement('li', {}, this.#link(item), makeElement('small', {}, share));
    });
    return makeElement('ol', { class: 'missed' }, ...rows);
  }

  #link(item: string): HTMLElement {
    const question = Object.hasOwn(this.#questions, item) ? this.#questions[item] : undefined;
    return question
      ? makeElement('a', { href: question.href }, question.stem)
      : makeElement('span', {}, this.#nameOf(item));
  }

  #nameOf(item: string): string {
    const question = Object.hasOwn(this.#questions, item) ? this.#questions[item] : undefined;
    const topic = this.#catalogue?.topics[item.split('/').slice(0, 2).join('/')]?.title;
    return question?.stem ?? [topic, this.#texts.unknown].filter((part) => part !== undefined).join(' · ');
  }

  #itemCells({ items }: ClassReport): { head: string[]; rows: string[][] } {
    const texts = this.#texts;
    const figure = (value: number | undefined) => (value === undefined ? texts.noFigure : value.toFixed(2));
    return {
      head: [texts.item, texts.answers, texts.difficulty, texts.correlation, texts.upperLower],
      rows: items.map(({ item, answers, difficulty, correlation, upperLower }) => [
        this.#nameOf(item),
        String(answers),
        figure(difficulty),
        figure(correlation),
        figure(upperLower),
      ]),
    };
  }

  #itemTable(report: ClassReport): HTMLElement {
    const { head, rows } = this.#itemCells(report);
    return table(this.#texts.items, head, rows, (row, at) => {
      const item = report.items[at];
      if (item) row.cells[0]?.replaceChildren(this.#link(item.item));
      row.toggleAttribute(
        'data-doubtful',
        item?.correlation !== undefined && item.answers >= FEW && item.correlation < 0.1,
      );
    });
  }

  /** Each person's first score in each question: the sheet that other programs take. */
  #sheet(report: ClassReport): { head: string[]; rows: string[][] } {
    return {
      head: [this.#texts.who, ...report.items.map(({ item }) => this.#nameOf(item))],
      rows: report.rows.map(({ result }) => [
        result.name === '' ? this.#texts.nameless : result.name,
        ...report.items.map(({ item }) => {
          const outcome = result.questions.find(({ id }) => id === item);
          return outcome ? String(outcome.first ?? outcome.last) : '';
        }),
      ]),
    };
  }

  #sheets(): { name: string; head: string[]; rows: string[][] }[] {
    const report = reportClass(this.#collected.results, Object.keys(this.#catalogue?.themes ?? {}), today());
    return [
      { name: this.#texts.class, ...this.#classCells(report) },
      { name: this.#texts.items, ...this.#itemCells(report) },
      { name: this.#texts.perQuestion, ...this.#sheet(report) },
    ];
  }

  async #saveCsv(): Promise<void> {
    const { formatCsv } = await import('./format-csv.ts');
    const [first] = this.#sheets();
    if (!first) return;
    // The mark tells spreadsheets that the file is UTF-8.
    const text = `\uFEFF${formatCsv([first.head, ...first.rows])}`;
    saveFile(`${this.#texts.fileName}.csv`, new Blob([text], { type: 'text/csv' }));
  }

  async #saveXlsx(): Promise<void> {
    const { default: writeXlsx } = await import('write-excel-file/browser');
    const sheets = this.#sheets();
    const workbook = writeXlsx(
      sheets.map(({ name, head, rows }) => ({
        sheet: name,
        stickyRowsCount: 1,
        data: [
          head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
          ...rows.map((row) => row.map((value) => cellOf(value))),
        ],
      })),
    );
    saveFile(`${this.#texts.fileName}.xlsx`, await workbook.toBlob());
  }
}
customElements.define('trainer-desk', TrainerDesk);

/** A number where the cell is one, so that spreadsheets can reckon with it; else text, never a formula. */
function cellOf(
  value: string,
): { value: string; type: StringConstructor } | { value: number; type: NumberConstructor } {
  return /^-?\d+(\.\d+)?$/.test(value) ? { value: Number(value), type: Number } : { value, type: String };
}

function asPercent(share: number): string {
  return `${String(Math.round(share * 100))}%`;
}

/** The same without the columns in which nobody has anything: what only those tell who want to stands empty for most classes. */
function withoutEmpty(
  { head, rows }: { head: string[]; rows: string[][] },
  empty: string,
): { head: string[]; rows: string[][] } {
  const isFilled = head.map((_, at) => rows.some((row) => row[at] !== empty));
  const filled = (row: string[]) => row.filter((_, at) => isFilled[at]);
  return { head: filled(head), rows: rows.map(filled) };
}

function table(
  label: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  finish: (row: HTMLTableRowElement, at: number) => void,
): HTMLElement {
  const body = makeElement(
    'tbody',
    {},
    ...rows.map((cells, at) => {
      const row = makeElement(
        'tr',
        {},
        ...cells.map((text, column) =>
          column === 0
            ? makeElement('th', { scope: 'row' }, text)
            : makeElement('td', { 'data-head': head[column] ?? '' }, text),
        ),
      );
      finish(row, at);
      return row;
    }),
  );
  const top = makeElement(
    'thead',
    {},
    makeElement('tr', {}, ...head.map((text) => makeElement('th', { scope: 'col' }, text))),
  );
  return makeElement('table', { 'aria-label': label }, top, body);
}

function loadKept(): string | undefined {
  try {
    return localStorage.getItem(KEPT) ?? undefined;
  } catch {
    return undefined;
  }
}

async function loadQuestions(address: string): Promise<Questions> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as Questions) : {};
  } catch {
    return {};
  }
}
