import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compressSite } from '../../scripts/lib/compress-site.ts';
import { hostRules } from '../../src/links/redirects.ts';
import { DIST } from '../site/dist.ts';

/** A page of each sort and all that it names. */
const PARTS = [
  'index.html',
  '404.html',
  'complaints',
  '_astro',
  '_hosting',
  '_headers',
  '_redirects',
  'api',
  'feed.xml',
];

/** An address of that part which has moved. */
export const MOVED = { from: '/complaints/six/', to: '/complaints/six-steps/#steps' };

/** Makes `folder` a part of the built site, compressed as for a server, in which an address has moved. */
export async function copyPartOfSite(folder: string): Promise<void> {
  mkdirSync(folder);
  for (const part of PARTS) cpSync(path.join(DIST, part), path.join(folder, part), { recursive: true });
  for (const [name, rules] of hostRules([MOVED])) writeFileSync(path.join(folder, name), rules);
  const moved = path.join(folder, MOVED.from);
  mkdirSync(moved);
  writeFileSync(path.join(moved, 'index.html'), 'it is elsewhere');
  await compressSite(folder);
}
