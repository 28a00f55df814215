import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import type { Records } from '../../src/blocks/records.ts';
import { topicOf } from '../../src/blocks/topic-of.ts';
import { hashText } from '../../src/model/hash-text.ts';
import { contentRoot, siteRecords } from './site-records.ts';

/** The address of a topic's page in the docs collection: Chinese at the root, English under `en/`. */
function pageId(entry: string): string {
  const [theme, topic, file] = entry.split('/');
  return file === 'en.mdx' ? `en/${theme}/${topic}` : `${theme}/${topic}`;
}

/**
 * Loads `content/topics/<theme>/<topic>/{zh,en}.mdx` as pages. Title and description come from the record beside the
 * prose, so that neither is written twice; a page is made anew when its record changes. In the dev server a record that
 * is broken leaves the pages as they were, and says why.
 */
export function topicPages(): Loader {
  const files = glob({
    base: pathToFileURL(`${contentRoot}/content/topics/`),
    pattern: '*/*/{zh,en}.mdx',
    generateId: ({ entry }) => pageId(entry),
  });
  return {
    name: 'topic-pages',
    load: async (context) => {
      await files.load(withRecords(context));
      const { watcher, ...unwatched } = context;
      for (const event of ['add', 'change'] as const) {
        watcher?.on(event, (file) => {
          if (path.basename(file) !== 'topic.yaml') return;
          files.load(withRecords(unwatched)).catch((error: unknown) => {
            context.logger.error(error instanceof Error ? error.message : String(error));
          });
        });
      }
    },
  };
}

/** The context of a loader, with each page's title and description taken from its record, and its digest of both. */
function withRecords(context: LoaderContext): LoaderContext {
  return {
    ...context,
    generateDigest: (data) => context.generateDigest(`${stampOf(siteRecords())}${JSON.stringify(data)}`),
    parseData: (entry) => {
      const lang = entry.id.startsWith('en/') ? 'en' : 'zh';
      const topic = topicOf(siteRecords(), entry.id.replace(/^en\//, ''));
      const page = topic
        ? { title: topic.data.title[lang], description: topic.data.description[lang] }
        : { title: entry.id };
      return context.parseData({ ...entry, data: { ...entry.data, ...page } });
    },
  };
}

let stamped: { records: Records; stamp: string } | undefined;

/** Changes whenever a fact or a term does, since a page links terms and shows what other topics are called. */
function stampOf(records: Records): string {
  const { glossary, topics } = records;
  if (stamped?.records !== records) {
    const stamp = hashText(JSON.stringify([glossary.data, ...topics.map(({ id, data }) => [id, data])]));
    stamped = { records, stamp };
  }
  return stamped.stamp;
}
