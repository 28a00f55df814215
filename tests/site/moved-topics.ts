import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { loadRecordsOrThrow } from '../../scripts/lib/load-records.ts';
import { publishLocks } from '../../scripts/lib/publish-locks.ts';
import { cardNumbers } from '../../src/blocks/card-numbers.ts';

/** What the altered copy has renamed and taken off since it was published, each with a redirect. */
export const MOVED = {
  renamed: 'etiquette/professional-smile',
  card: 'etiquette/professional-smile/smile-or-not',
  to: 'etiquette/smile-at-work',
  removed: 'etiquette/gone',
} as const;

/** The short addresses that were printed on cards before. */
export interface PrintedCards {
  renamed: string;
  removed: string;
}

/** Publishes the content of a copy, then renames one topic of it and has taken off another. */
export function moveTopics(root: string): PrintedCards {
  const lock = path.join(root, 'content/permalinks.lock');
  const published = publishLocks(root, 'https://pocketbook.cn/');
  if (!published.isPublished) throw new Error(published.message);
  const numbers = cardNumbers(loadRecordsOrThrow(root));
  const last = Math.max(...numbers.values()) + 1;

  const folder = (id: string) => path.join(root, 'content/topics', id);
  renameSync(folder(MOVED.renamed), folder(MOVED.to));
  for (const name of readdirSync(path.join(root, 'content'), { recursive: true, encoding: 'utf8' })) {
    const file = path.join(root, 'content', name);
    if (!/\.(yaml|mdx)$/.test(file)) continue;
    const text = readFileSync(file, 'utf8');
    if (text.includes(MOVED.renamed)) writeFileSync(file, text.replaceAll(MOVED.renamed, MOVED.to));
  }

  const document = parseDocument(readFileSync(lock, 'utf8'));
  document.addIn(['ids'], MOVED.removed);
  document.addIn(['urls'], `/${MOVED.removed}/`);
  document.addIn(['urls'], `/c/${String(last)}/`);
  document.addIn(['cards'], document.createNode({ number: last, id: `${MOVED.removed}/card`, versions: [] }));
  document.setIn(['redirects', MOVED.renamed], MOVED.to);
  document.setIn(['redirects', MOVED.removed], MOVED.to);
  writeFileSync(lock, document.toString({ lineWidth: 0 }));
  return { renamed: `/c/${String(numbers.get(MOVED.card))}/`, removed: `/c/${String(last)}/` };
}
