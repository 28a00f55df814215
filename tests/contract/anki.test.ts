import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { banks, expectedOf, exported } from './every-question.ts';

interface Note {
  id: number;
  guid: string;
  mod: number;
  flds: string;
  sfld: string;
}

/** The collection inside a package, opened by SQLite itself. */
function openCollection(bytes: Uint8Array): DatabaseSync {
  const files = unzipSync(bytes);
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'pocketbook-')), 'collection.anki2');
  writeFileSync(file, files['collection.anki2'] ?? new Uint8Array());
  const db = new DatabaseSync(file);
  db.exec('PRAGMA synchronous = OFF');
  return db;
}

const notesOf = (db: DatabaseSync) =>
  db.prepare('SELECT id, guid, mod, flds, sfld FROM notes').all() as unknown as Note[];

/** Brings the notes of `source` into `target` as Anki does: by guid; a later change wins, and a card's schedule stays. */
function importInto(target: DatabaseSync, source: DatabaseSync): void {
  target.exec('CREATE UNIQUE INDEX IF NOT EXISTS by_guid ON notes (guid)');
  const known = new Map(notesOf(target).map((note) => [note.guid, note]));
  const columns = 'id, guid, mid, mod, usn, tags, flds, sfld, csum, flags, data';
  const insert = target.prepare(`INSERT INTO notes (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const update = target.prepare('UPDATE notes SET flds = ?, sfld = ?, mod = ? WHERE guid = ?');
  target.exec('BEGIN');
  for (const row of source.prepare(`SELECT ${columns} FROM notes`).all() as unknown as Note[]) {
    const old = known.get(row.guid);
    if (!old) insert.run(...(Object.values(row) as string[]));
    else if (row.mod > old.mod) update.run(row.flds, row.sfld, row.mod, row.guid);
  }
  target.exec('COMMIT');
}

describe.each(banks.map((bank) => [`${bank.id}.${bank.lang}`, bank] as const))(
  '%s as a package for Anki',
  (_, bank) => {
    test('is a sound collection with a note and a card for every question', async () => {
      const db = openCollection(await exported(bank, 'anki'));
      expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
      const expected = expectedOf(bank, 'anki');
      const notes = notesOf(db);
      expect(notes.map(({ guid }) => guid)).toEqual(
        expect.arrayContaining(expected.map(({ id, lang }) => `${id}/${lang}`)),
      );
      expect(new Set(notes.map(({ guid }) => guid)).size).toBe(expected.length);
      expect(db.prepare('SELECT count(*) AS n FROM cards JOIN notes ON cards.nid = notes.id').get()).toEqual({
        n: expected.length,
      });
      const col = db.prepare('SELECT models, decks FROM col').get() as { models: string; decks: string };
      const [model] = Object.values(JSON.parse(col.models) as Record<string, { flds: unknown[] }>);
      for (const { flds } of notes) expect(flds.split('\u001F')).toHaveLength(model?.flds.length ?? 0);
      const decks = JSON.parse(col.decks) as Record<string, unknown>;
      const used = db.prepare('SELECT DISTINCT did FROM cards').all() as { did: number }[];
      expect(used.filter(({ did }) => !(String(did) in decks))).toEqual([]);
      expect(notes.filter(({ flds }) => /<script|<simpleChoice>|<b>bold/.test(flds))).toEqual([]);
    });

    test('imported twice and once more after a change, doubles nothing and keeps what was learned', async () => {
      const mine = openCollection(await exported(bank, 'anki'));
      mine.exec('UPDATE cards SET ivl = 12, reps = 3, type = 2, queue = 2');
      const count = notesOf(mine).length;
      importInto(mine, openCollection(await exported(bank, 'anki')));
      expect(notesOf(mine)).toHaveLength(count);

      const [first] = bank.questions;
      const reworded = {
        ...bank,
        questions: bank.questions.map((question) =>
          question === first ? { ...question, stem: 'Said in other words?' } : question,
        ),
        topics: bank.topics.map((topic) => ({ ...topic, reviewed: '2027-01-05' })),
      };
      importInto(mine, openCollection(await exported(reworded, 'anki')));
      const notes = notesOf(mine);
      expect(notes).toHaveLength(count);
      expect(notes.filter(({ sfld }) => sfld === 'Said in other words?')).toHaveLength(1);
      expect(mine.prepare('SELECT count(*) AS n FROM cards WHERE ivl = 12 AND reps = 3').get()).toEqual({ n: count });
    });
  },
);
