import type { Database } from 'sql.js';
import { exportTexts } from '../i18n/exports.ts';
import { hashText } from '../model/hash-text.ts';
import type { Question } from '../model/question.ts';
import { escapeXml, textAsHtml } from './escape-xml.ts';
import type { Bank, BankTopic, Exporter, ExportTools } from './exporter.ts';
import { zipFiles } from './zip-files.ts';

const SECOND_MS = 1000;
/** Anki's ids are moments in milliseconds. Ours are drawn from the question's own id, counted from this one. */
const FIRST_ID = 1_400_000_000_000;
const IDS = 200_000_000_000;
/** The note type of every Pocketbook: one number, so that two packages share it. */
const NOTE_TYPE = 1_390_000_000_001;
const FIELD_BREAK = '\u001F';

/**
 * An Anki package (schema 11, which every Anki since 2.1 imports): one note and one card a question. A note's guid is the
 * question's id and its time of change the topic's review, so that importing again updates a note and keeps its schedule.
 */
export const anki: Exporter = {
  format: 'anki',
  extension: 'apkg',
  mediaType: 'application/octet-stream',
  fallbacks: { scenario: 'scenario-as-choices' },
  write: (bank, questions, tools) => {
    const db = new tools.sqlite.Database();
    try {
      db.run(SCHEMA);
      db.run('BEGIN');
      writeCollection(db, bank);
      writeNotes(db, bank, questions, tools);
      db.run('COMMIT');
      return zipFiles({ 'collection.anki2': db.export(), media: '{}' });
    } finally {
      db.close();
    }
  },
};

const SCHEMA = `
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
`;

const STYLE = `.card { font-family: system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; font-size: 18px; line-height: 1.7; text-align: left; max-width: 36em; margin: 0 auto; padding: 0.5em; }
ol { padding-left: 1.6em; } ol.letters { list-style: upper-alpha; } .stem { font-weight: 600; } .key { font-weight: 600; } .why { font-size: 0.9em; } .source { font-size: 0.8em; }`;

function writeCollection(db: Database, { site, title, lang, topics }: Bank): void {
  const say = exportTexts(lang);
  const changed = lastReview(topics);
  const decks = [
    { id: 1, name: 'Default' },
    ...topics.map((topic) => ({ id: deckId(topic, lang), name: deckName(site, title, topic) })),
  ];
  const fields = ['stem', 'options', 'answer', 'why', 'source'] as const;
  const noteType = {
    id: NOTE_TYPE,
    name: 'Pocketbook',
    type: 0,
    mod: changed,
    usn: -1,
    sortf: 0,
    did: 1,
    tmpls: [
      {
        name: say('anki.card'),
        ord: 0,
        qfmt: '<div class="stem">{{Stem}}</div>{{Options}}',
        afmt: '{{FrontSide}}<hr id="answer"><div class="key">{{Answer}}</div><div class="why">{{Why}}</div><div class="source">{{Source}}</div>',
        did: null,
        bqfmt: '',
        bafmt: '',
      },
    ],
    flds: fields.map((name, ord) => ({
      name: name.charAt(0).toUpperCase() + name.slice(1),
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      media: [],
    })),
    css: STYLE,
    latexPre: '\\documentclass{article}\\begin{document}',
    latexPost: '\\end{document}',
    latexsvg: false,
    req: [[0, 'any', [0]]],
    tags: [],
    vers: [],
  };
  const listed = decks.map(({ id, name }) => ({
    id,
    name,
    mod: changed,
    usn: -1,
    lrnToday: [0, 0],
    revToday: [0, 0],
    newToday: [0, 0],
    timeToday: [0, 0],
    collapsed: false,
    browserCollapsed: false,
    desc: '',
    dyn: 0,
    conf: 1,
    extendNew: 0,
    extendRev: 0,
  }));
  const options = {
    id: 1,
    name: 'Default',
    mod: 0,
    usn: 0,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    new: { delays: [1, 10], ints: [1, 4, 7], initialFactor: 2500, order: 1, perDay: 20, bury: true, separate: true },
    rev: { perDay: 200, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36500, bury: true, minSpace: 1 },
    lapse: { delays: [10], mult: 0, minInt: 1, leechFails: 8, leechAction: 0 },
    dyn: false,
  };
  const conf = {
    activeDecks: [1],
    curDeck: 1,
    newSpread: 0,
    collapseTime: 1200,
    timeLim: 0,
    estTimes: true,
    dueCounts: true,
    curModel: String(NOTE_TYPE),
    nextPos: 1,
    sortType: 'noteFld',
    sortBackwards: false,
    addToCur: true,
  };
  db.run('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', [
    changed,
    changed * SECOND_MS,
    changed * SECOND_MS,
    JSON.stringify(conf),
    JSON.stringify({ [NOTE_TYPE]: noteType }),
    JSON.stringify(Object.fromEntries(listed.map((deck) => [deck.id, deck]))),
    JSON.stringify({ 1: options }),
    '{}',
  ]);
}

function writeNotes(db: Database, bank: Bank, questions: readonly Question[], { sha1 }: ExportTools): void {
  const taken = new Set<number>();
  const insertNote = db.prepare('INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ?)');
  const insertCard = db.prepare('INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, ?)');
  questions.forEach((question, index) => {
    const topic = bank.topics.find(({ id }) => id === question.topic);
    if (!topic) throw new Error(`${question.id}: topic ${question.topic} is not in the bank`);
    const guid = `${question.id}/${question.lang}`;
    const id = freeId(guid, taken);
    const changed = secondsOf(topic.reviewed);
    const fields = fieldsOf(question, bank);
    const sum = parseInt(sha1(question.stem).slice(0, 8), 16);
    const tags = ` ${[topic.theme, question.topic.replace('/', '::'), question.type].join(' ')} `;
    insertNote.run([id, guid, NOTE_TYPE, changed, tags, fields.join(FIELD_BREAK), question.stem, sum, '']);
    insertCard.run([id, id, deckId(topic, bank.lang), changed, index + 1, '']);
  });
  insertNote.free();
  insertCard.free();
}

/** Stem, options, answer, reasons, source: as HTML. */
function fieldsOf(question: Question, { lang, address, site }: Bank): string[] {
  const say = exportTexts(lang);
  const { options, answer, why } = sidesOf(question);
  const source = escapeXml(say('anki.source', { section: question.section, site }));
  return [
    textAsHtml(question.stem),
    options,
    answer,
    why,
    address === '' ? source : `<a href="${escapeXml(address + question.url)}">${source}</a>`,
  ];
}

function sidesOf(question: Question): { options: string; answer: string; why: string } {
  const list = (texts: readonly string[], kind = '') =>
    texts.length === 0
      ? ''
      : `<ol${kind && ` class="${kind}"`}>${texts.map((text) => `<li>${text}</li>`).join('')}</ol>`;
  switch (question.type) {
    case 'choice':
    case 'multiple':
    case 'true-false': {
      const kind = question.type === 'true-false' ? '' : 'letters';
      const keys = question.options.filter(({ correct }) => correct);
      return {
        options: list(
          question.options.map(({ text }) => textAsHtml(text)),
          kind,
        ),
        answer: keys.map(({ text }) => textAsHtml(text)).join('<br/>'),
        why: list(
          question.options.map(({ correct, feedback }) => `${correct ? '✓' : '✗'} ${textAsHtml(feedback)}`),
          kind,
        ),
      };
    }
    case 'order':
      return {
        options: list(
          question.shown.map((id) => textAsHtml(question.order.find((item) => item.id === id)?.text ?? '')),
          'letters',
        ),
        answer: list(question.order.map(({ text }) => textAsHtml(text))),
        why: list(question.order.map(({ feedback }) => textAsHtml(feedback))),
      };
    case 'match':
      return {
        options:
          list(question.pairs.map(({ left }) => textAsHtml(left))) +
          list(
            question.shown.map((id) => textAsHtml(question.pairs.find((pair) => pair.id === id)?.right ?? '')),
            'letters',
          ),
        answer: list(question.pairs.map(({ left, right }) => `${textAsHtml(left)} → ${textAsHtml(right)}`)),
        why: list(question.pairs.map(({ feedback }) => textAsHtml(feedback))),
      };
    case 'sort': {
      const items = question.bins.flatMap((bin) => bin.items);
      return {
        options:
          `<p>${question.bins.map(({ label }) => escapeXml(label)).join(' · ')}</p>` +
          list(question.shown.map((id) => textAsHtml(items.find((item) => item.id === id)?.text ?? ''))),
        answer: question.bins
          .map((bin) => `<p>${escapeXml(bin.label)}</p>${list(bin.items.map(({ text }) => textAsHtml(text)))}`)
          .join(''),
        why: list(items.map(({ text, feedback }) => textAsHtml(`${text} ${feedback}`))),
      };
    }
    default:
      throw new Error(`a card has no ${question.type}`);
  }
}

function deckId({ id }: BankTopic, lang: string): number {
  return FIRST_ID + numberOf(`deck ${lang} ${id}`);
}

function deckName(site: string, title: string, topic: BankTopic): string {
  return [site, title, topic.title].map((name) => name.replaceAll('::', '：')).join('::');
}

/** A number of a text, below `IDS`. */
function numberOf(text: string): number {
  return parseInt(hashText(text), 36) % IDS;
}

/** An id for `guid` that none has yet. */
function freeId(guid: string, taken: Set<number>): number {
  let id = FIRST_ID + numberOf(guid);
  while (taken.has(id)) id += 1;
  taken.add(id);
  return id;
}

function secondsOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / SECOND_MS;
}

function lastReview(topics: readonly BankTopic[]): number {
  return Math.max(...topics.map(({ reviewed }) => secondsOf(reviewed)));
}
