import { pathToFileURL } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import { hashText } from '../../src/model/hash-text.ts';
import { contentRoot, siteRecords } from './site-records.ts';

/** The address of a topic's page in the docs collection: Chinese at the root, English under `en/`. */
function pageId(entry: string): string {
  const [theme, topic, file] = entry.split('/');
  return file === 'en.mdx' ? `en/${theme}/${topic}` : `${theme}/${topic}`;
}

/**
 * Loads `content/topics/<theme>/<topic>/{zh,en}.mdx` as pages. Title and description come from the record beside the
 * prose, so that neither is written twice; a page is made anew when its record changes.
 */
export function topicPages(): Loader {
  const files = glob({
    base: pathToFileURL(`${contentRoot}/content/topics/`),
    pattern: '*/*/{zh,en}.mdx',
    generateId: ({ entry }) => pageId(entry),
  });
  return {
    name: 'topic-pages',
    load: (context) => {
      const records = siteRecords();
      const stamp = hashText(
        JSON.stringify([records.glossary.data, ...records.topics.map(({ id, data }) => [id, data])]),
      );
      return files.load({
        ...context,
        generateDigest: (data) => context.generateDigest(`${stamp}${JSON.stringify(data)}`),
        parseData: (entry) => {
          const lang = entry.id.startsWith('en/') ? 'en' : 'zh';
          const topic = siteRecords().topics.find(({ id }) => id === entry.id.replace(/^en\//, ''));
          const page = topic
            ? { title: topic.data.title[lang], description: topic.data.description[lang] }
            : { title: entry.id };
          return context.parseData({ ...entry, data: { ...entry.data, ...page } });
        },
      });
    },
  };
}
