import type { MovedAddress } from '../blocks/published.ts';
import type { Lang } from '../model/localized.ts';

/** A page that stands where another one used to, all addresses with the base path. */
export interface Redirect extends MovedAddress {
  lang: Lang;
  /** What the new page is called. */
  title: string;
  /** The new page with its host, where that is known. */
  canonical?: string;
}

/** The words of a page that only leads on. */
interface RedirectTexts {
  title: string;
  text: string;
}

/**
 * Takes the reader on with what stood behind `?` and `#`, which a plain refresh would lose. The same on every such page,
 * so that a content security policy names it once.
 */
const SCRIPT = `(() => {
  const link = document.querySelector('a[data-anchors]');
  const anchors = JSON.parse(link.dataset.anchors);
  const anchor = location.hash.slice(1);
  const known = Object.prototype.hasOwnProperty.call(anchors, anchor) ? anchors[anchor] : undefined;
  const target = new URL(known || link.getAttribute('href'), location.href);
  target.search = location.search;
  if (!target.hash) target.hash = location.hash;
  location.replace(target.href);
})();`;

/** A page that leads on to where its content lives now; with scripts off by a refresh, and by a link that anybody sees. */
export function renderRedirect(redirect: Redirect, texts: RedirectTexts): string {
  const { lang, to, canonical = to, anchors } = redirect;
  return `<!DOCTYPE html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(texts.title)}</title>
<meta name="description" content="${escape(texts.text)}">
<meta property="og:title" content="${escape(texts.title)}">
<meta property="og:description" content="${escape(texts.text)}">
<meta property="og:url" content="${escape(canonical)}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${escape(canonical)}">
<noscript><meta http-equiv="refresh" content="0; url=${escape(to)}"></noscript>
</head>
<body>
<main data-pagefind-ignore>
<h1>${escape(texts.title)}</h1>
<p><a href="${escape(to)}" data-anchors="${escape(JSON.stringify(anchors))}">${escape(texts.text)}</a></p>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/**
 * The same redirects for hosts that can answer with a status of their own: `_redirects` for Netlify, Cloudflare Pages
 * and their like, a map for nginx, lines for Caddy. By the names of their files.
 */
export function hostRules(redirects: readonly Pick<Redirect, 'from' | 'to'>[]): Map<string, string> {
  const pairs = redirects.flatMap(({ from, to }): [string, string][] => [
    [from, to],
    [from.replace(/\/$/, ''), to],
  ]);
  const lines = (of: (from: string, to: string) => string) => pairs.map(([from, to]) => `${of(from, to)}\n`).join('');
  /** Puts what stood behind `?` in front of an anchor. */
  const withQuery = (to: string, query: string) => to.replace(/(#.*)?$/, (anchor) => query + anchor);
  return new Map([
    ['_redirects', `# Pages that have moved.\n${lines((from, to) => `${from} ${to} 301`)}`],
    [
      '_hosting/redirects.nginx.conf',
      `# In http { }: include this file. In server { }: if ($moved_to) { return 301 $moved_to; }\nmap $uri $moved_to {\n${lines(
        (from, to) => `    ${from} "${withQuery(to, '$is_args$args')}";`,
      )}}\n`,
    ],
    [
      '_hosting/redirects.caddy',
      `# In the site's block: import this file.\n${lines((from, to) => `redir ${from} ${withQuery(to, '?{query}')} permanent`)}`,
    ],
  ]);
}

function escape(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
