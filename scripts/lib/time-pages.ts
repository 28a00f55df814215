import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { StageName } from '../../src/i18n/build.ts';
import type { FaceFiles } from './face-files.ts';
import type { StageClock } from './stage-clock.ts';

/** Files that are made of cards, words for links, questions and paths, by the folder of their routes. */
const FACES: readonly (readonly [folder: string, stage: StageName])[] = [
  ['src/pages/cards/', 'files written'],
  ['src/pages/og/', 'files written'],
  ['src/pages/downloads/', 'files written'],
  // These tell how big the sheets are, so that they must be there.
  ['src/pages/api/cards.json.ts', 'lists of cards'],
  ['src/pages/[...lang]/cards/', 'lists of cards'],
];

export interface TimePagesOptions {
  clock: StageClock;
  /** The files that are no pages; left out, they are not wanted: pages, lists and search alone are made. */
  files: FaceFiles | undefined;
  /** Is told the addresses of those that the site has, in place of Astro. */
  onFiles: (addresses: readonly string[]) => void;
  /** Is there when all that is costly is in the cache. */
  made: Promise<void> | undefined;
}

/**
 * Counts what Astro takes, stage by stage: reading content, bundles, pages, files of each kind, and what follows them. The
 * files come after the pages, so that they can be made meanwhile.
 */
export function timePages({ clock, files, onFiles, made }: TimePagesOptions): AstroIntegration {
  let stage: StageName = 'content';
  let since = performance.now();
  // What is written after a page was rendered belongs to it: a stage lasts until the next begins.
  const enter = (next: StageName): void => {
    const now = performance.now();
    clock.add(stage, now - since);
    [stage, since] = [next, now];
  };
  return {
    name: 'time-pages',
    hooks: {
      'astro:config:setup': () => {
        since = performance.now();
      },
      'astro:build:start': ({ setPrerenderer }) => {
        enter('bundles');
        setPrerenderer((own) => timed(own));
      },
      'astro:build:generated': () => {
        enter('finish');
      },
      'astro:build:done': () => {
        enter('finish');
      },
    },
  };

  function timed(own: AstroPrerenderer): AstroPrerenderer {
    return {
      ...own,
      setup: async () => {
        enter('pages');
        await own.setup?.();
      },
      getStaticPaths: async () => {
        const paths = await own.getStaticPaths();
        const isFace = ({ route }: (typeof paths)[number]) => faceOf(route.component) !== undefined;
        if (!files) return paths.filter((path) => !isFace(path));
        const others = paths.filter(({ pathname }) => !files.has(pathname));
        onFiles(paths.flatMap(({ pathname }) => (files.has(pathname) ? [pathname] : [])));
        return [...others.filter((path) => !isFace(path)), ...others.filter(isFace)];
      },
      render: async (request, options) => {
        const face = faceOf(options.routeData.component);
        if (face !== undefined) {
          enter('waiting for threads');
          await made;
        }
        enter(face ?? 'pages');
        return own.render(request, options);
      },
    };
  }
}

function faceOf(component: string): StageName | undefined {
  return FACES.find(([folder]) => component.startsWith(folder))?.[1];
}
