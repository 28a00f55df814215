import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';

/** The site that `npm test` has just built, or that in OUT_DIR. */
export const DIST = path.resolve(process.env['OUT_DIR'] ?? 'dist');

if (!existsSync(DIST)) throw new Error('dist/ is missing: run `npm run build` first.');

export interface SitePage {
  /** Root-relative address, `/complaints/six-steps/`. */
  url: string;
  file: string;
  html: string;
}

/** Every file of `dir`, relative to it, with forward slashes, in order of name. */
export function filesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(dir, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

/** Every page of the site. */
export const pages: SitePage[] = filesOf(DIST)
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({
    url: `/${file.replace(/(^|\/)index\.html$/, '$1')}`,
    file: path.join(DIST, file),
    html: readFileSync(path.join(DIST, file), 'utf8'),
  }));

const documents = new Map<string, Document>();

/** A page's document, without its scripts run: what a reader with scripts off has. Read once for all tests: look, do not touch. */
export function documentOf({ url, html }: SitePage): Document {
  let document = documents.get(url);
  if (!document) documents.set(url, (document = new JSDOM(html).window.document));
  return document;
}

/** The words of a page that a reader sees: no scripts, styles or templates. */
export function textOf(document: Document): string {
  const body = document.body.cloneNode(true) as HTMLElement;
  for (const element of body.querySelectorAll('script, style, template')) element.remove();
  return body.textContent;
}

/** The page at `url`. */
export function pageAt(url: string): SitePage {
  const found = pages.find((page) => page.url === url);
  if (!found) throw new Error(`no page ${url}`);
  return found;
}

/** An entry of `api/topics.json`, the shape that tools rely on. */
export interface ListedTopic {
  id: string;
  theme: string;
  url: Record<'zh' | 'en', string>;
  title: Record<'zh' | 'en', string>;
  covers: string[];
  roles: string[];
  aliases: Record<'zh' | 'en', string[]>;
  reviewed: string;
  owner: Record<'zh' | 'en', string>;
  cards: string[];
  questions: Record<'zh' | 'en', number>;
}

/** What `api/topics.json` lists. */
export function listedTopics(): ListedTopic[] {
  return JSON.parse(readFileSync(path.join(DIST, 'api/topics.json'), 'utf8')) as ListedTopic[];
}
