import type { AstroIntegration } from 'astro';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** What is plain TypeScript, as Node itself reads it, and asked by the build as well as by the pages. */
const SHARED =
  /^(?:scripts\/lib|src\/(?:blocks|cards|check|diagrams|exporters|i18n|links|model|onboarding|quiz|search))\/.*\.(?:ts|json)$/;

/**
 * In a build, lets pages take these modules from Node, as the build itself does, and not from copies in Astro's bundles.
 * So records are read, questions chosen and cards looked up once a build, and not once a bundle.
 */
export function shareModules(root: string): AstroIntegration {
  return {
    name: 'share-modules',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') updateConfig({ vite: { plugins: [fromNode(root)] } });
      },
    },
  };
}

function fromNode(root: string): Plugin {
  return {
    name: 'share-modules',
    enforce: 'pre',
    // The bundles of pages alone: what reads the content is run by Vite itself.
    applyToEnvironment: ({ name }) => name === 'prerender' || name === 'ssr',
    async resolveId(source, importer, options) {
      if (importer === undefined || !/^[./]/.test(source)) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!found) return null;
      const [file = ''] = found.id.split('?');
      const place = path.relative(root, file).replaceAll('\\', '/');
      return file === found.id && SHARED.test(place) ? { id: pathToFileURL(file).href, external: 'absolute' } : null;
    },
  };
}
