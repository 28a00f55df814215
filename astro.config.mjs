import { rehypeHeadingIds, unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { diagramsOfPages } from './scripts/lib/diagrams-of-pages.ts';
import { siteAddress } from './scripts/lib/cards-of-site.ts';
import { rehypeHeadingLinks } from './scripts/lib/rehype-heading-links.ts';
import { remarkBlocks } from './scripts/lib/remark-blocks.ts';
import { remarkTerms } from './scripts/lib/remark-terms.ts';
import { shareModules } from './scripts/lib/share-modules.ts';
import { contentRoot, siteRecords } from './scripts/lib/site-records.ts';
import { watchRecords } from './scripts/lib/watch-records.ts';
import { writeContentPolicy } from './scripts/lib/write-content-policy.ts';
import { writeLicences } from './scripts/lib/write-licences.ts';
import { writeRedirects } from './scripts/lib/write-redirects.ts';
import { languageLinks } from './src/links/language-links.ts';

const records = siteRecords();
const { name } = records.site.data;
const base = process.env['BASE_PATH'] ?? '/';
const site = siteAddress(records);

export default defineConfig({
  site,
  base,
  cacheDir: process.env['CACHE_DIR'] ?? './.cache/astro',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  markdown: {
    processor: unified({
      remarkPlugins: [remarkCjkFriendly, remarkBlocks, [remarkTerms, { base }], diagramsOfPages],
      rehypePlugins: [rehypeHeadingIds, rehypeHeadingLinks],
      smartypants: false,
    }),
    syntaxHighlight: false,
  },
  vite: {
    plugins: [watchRecords()],
    build: {
      // Browsers inside chat apps are some years behind; src/client/older-browsers.ts lends them what is not syntax.
      // Older targets would write class fields as calls, a tenth more code, for faults of theirs that we do not meet.
      target: ['chrome98', 'edge98', 'firefox90', 'safari16'],
      // For older ones colours would be written twice, and `:is()` as what has another weight in the cascade: those have
      // src/styles/older-browsers.css.
      cssTarget: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
      // A script that all pages share is fetched once, not with every page; an icon comes with its style.
      assetsInlineLimit: (file) => file.endsWith('.svg'),
      rolldownOptions: {
        // Astro marks modules with directives of its own; the bundler need not warn about each.
        onLog: (level, log, handle) => log.code === 'MODULE_LEVEL_DIRECTIVE' || handle(level, log),
      },
    },
  },
  integrations: [
    starlight({
      title: { 'zh-CN': name.zh, en: name.en },
      defaultLocale: 'root',
      locales: { root: { label: '中文', lang: 'zh-CN' }, en: { label: 'English', lang: 'en' } },
      // Themes and topics stand in our own Sidebar.astro.
      sidebar: [],
      // The links beside headings are our own, in few bytes.
      markdown: { headingLinks: false, processedDirs: [`${contentRoot}/content/topics`, './content/pages'] },
      customCss: [
        './src/styles/tokens.css',
        './src/styles/base.css',
        './src/styles/button.css',
        './src/styles/blocks.css',
        './src/styles/print.css',
        './src/styles/older-browsers.css',
      ],
      components: {
        Footer: './src/components/overrides/Footer.astro',
        Head: './src/components/overrides/Head.astro',
        Header: './src/components/overrides/Header.astro',
        MarkdownContent: './src/components/overrides/MarkdownContent.astro',
        MobileMenuToggle: './src/components/overrides/MobileMenuToggle.astro',
        MobileMenuFooter: './src/components/overrides/MobileMenuFooter.astro',
        PageFrame: './src/components/overrides/PageFrame.astro',
        PageSidebar: './src/components/overrides/PageSidebar.astro',
        PageTitle: './src/components/overrides/PageTitle.astro',
        Search: './src/components/overrides/Search.astro',
        Sidebar: './src/components/overrides/Sidebar.astro',
        ThemeProvider: './src/components/overrides/ThemeProvider.astro',
      },
      disable404Route: true,
      expressiveCode: false,
      // The search is our own: see src/search.
      pagefind: false,
      pagination: false,
      credits: false,
      lastUpdated: false,
    }),
    sitemap({ serialize: (page) => ({ ...page, links: languageLinks(page.url, base) }) }),
    shareModules(import.meta.dirname),
    writeRedirects(records),
    writeLicences(),
    // After every page is there.
    writeContentPolicy(),
  ],
});
