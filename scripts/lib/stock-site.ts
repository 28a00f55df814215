import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import type { Records } from '../../src/blocks/records.ts';

/**
 * Writes a stock Starlight project into `folder`, which must lie below this checkout so that it finds the packages: the
 * words of every page of the built site `dist` as Markdown, in both languages, with the same contents list and with
 * Starlight's own search. Returns how many pages it has.
 */
export function writeStockSite(dist: string, folder: string, records: Records): number {
  rmSync(folder, { recursive: true, force: true });
  const docs = path.join(folder, 'src/content/docs');
  let pages = 0;
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const place = file.replaceAll('\\', '/');
    if (!place.endsWith('index.html')) continue;
    const page = pageOf(readFileSync(path.join(dist, file), 'utf8'));
    if (!page) continue;
    const target = path.join(docs, place.replace(/\/?index\.html$/, '') || '.', 'index.md');
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, `---\n${stringify({ title: page.title })}---\n\n${page.markdown}\n`);
    pages += 1;
  }
  const { name, themes } = records.site.data;
  const sidebar = themes.flatMap(({ id, title }) => {
    const items = records.topics.filter(({ theme }) => theme === id).map((topic) => ({ slug: topic.id }));
    return items.length === 0 ? [] : [{ label: title.zh, collapsed: true, items }];
  });
  const options = {
    title: name.en,
    defaultLocale: 'root',
    locales: { root: { label: '中文', lang: 'zh-CN' }, en: { label: 'English', lang: 'en' } },
    sidebar,
  };
  // Astro bundles the packages that a project names.
  const dependencies = { '@astrojs/starlight': '*', astro: '*' };
  const manifest = { name: 'stock', private: true, type: 'module', dependencies };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(
    path.join(folder, 'astro.config.mjs'),
    `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({ site: 'https://stock.example/', integrations: [starlight(${JSON.stringify(options)})] });
`,
  );
  writeFileSync(
    path.join(folder, 'src/content.config.ts'),
    `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  );
  writeFileSync(
    path.join(folder, 'build.mjs'),
    `import { build } from 'astro';
process.env.NODE_ENV = 'production';
await build({ root: import.meta.dirname });
`,
  );
  return pages;
}

/** The title and the words of a page, block by block; undefined for a page without words, which only leads elsewhere. */
function pageOf(html: string): { title: string; markdown: string } | undefined {
  const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1];
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0];
  if (title === undefined || main === undefined) return undefined;
  const markdown = main
    .replace(/<(script|style|svg|h1|template)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<h([2-4])\b[^>]*>/g, (_, depth: string) => `\n\n${'#'.repeat(Number(depth))} `)
    .replace(/<li\b[^>]*>/g, '\n\n- ')
    .replace(/<(?:p|td|th|dt|dd|div|section|summary|figcaption|label|option)\b[^>]*>|<\/h[2-4]>|<\/li>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .split(/\n\s*\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '' && !/^(?:#+|-)$/.test(part))
    .join('\n\n');
  return { title: title.replace(/<[^>]*>/g, '').trim(), markdown };
}
