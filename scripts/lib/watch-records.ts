import path from 'node:path';
import type { Plugin } from 'vite';

/** In the dev server, makes a topic's page anew when the record beside its prose is saved. */
export function watchRecords(): Plugin {
  return {
    name: 'watch-records',
    enforce: 'pre',
    transform(_code, id) {
      const file = id.split('?')[0] ?? id;
      if (/[\\/]content[\\/]topics[\\/].*\.mdx$/.test(file))
        this.addWatchFile(path.join(path.dirname(file), 'topic.yaml'));
    },
  };
}
