import { ASKED_ANEW, KEPT_FOREVER } from './cache-rules.ts';

/** What a page may load and run, beside its own inline scripts (Content Security Policy, W3C level 3). */
const RULES = [
  "default-src 'self'",
  // Pictures that a page draws itself, such as a certificate, are handed over as data.
  "img-src 'self' data: blob:",
  // A style can be set on an element, as where a bar ends; it can fetch and run nothing.
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
];

/** Kinds of script that a browser runs; others, such as JSON-LD, are data. */
const RUN = /^(?:|module|text\/javascript)$/;

/** The inline scripts of a page that a browser runs, as they stand between their tags. */
export function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes = '']) => !/\ssrc=/.test(attributes) && RUN.test(typeOf(attributes)))
    .map(([, , script = '']) => script);
}

/** The policy of a page whose inline scripts have these hashes, `sha256-…` in base 64; in order, so that equal pages have equal policies. */
export function contentPolicy(hashes: Iterable<string>): string {
  const scripts = [...new Set(hashes)].sort().map((hash) => ` '${hash}'`);
  return [...RULES, `script-src 'self'${scripts.join('')}`].join('; ');
}

/**
 * The page with its policy in its head, before anything that the policy rules.
 * @throws an error when the page has no `<meta charset>`, which stands first in every one.
 */
export function withPolicy(html: string, policy: string): string {
  const first = /<meta charset="utf-8"\s*\/?>/i.exec(html);
  if (!first) throw new Error('a page without <meta charset="utf-8"> has no place for its policy');
  const at = first.index + first[0].length;
  return `${html.slice(0, at)}<meta http-equiv="content-security-policy" content="${policy}">${html.slice(at)}`;
}

/**
 * Headers that a host should send with every page, in the languages of hosts: `_headers` for Netlify, Cloudflare Pages
 * and their like, lines for nginx and for Caddy. By the names of their files. `policy` allows what any page needs.
 */
export function hostHeaders(policy: string, base: string): Map<string, string> {
  const always: [string, string][] = [
    // Who may show the site in a frame can only be said here.
    ['Content-Security-Policy', `${policy}; frame-ancestors 'self'`],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ];
  return new Map([
    [
      '_headers',
      [
        `${base}*`,
        ...always.map(([name, value]) => `  ${name}: ${value}`),
        `  Cache-Control: ${ASKED_ANEW}`,
        `${base}_astro/*`,
        `  ! Cache-Control`,
        `  Cache-Control: ${KEPT_FOREVER}`,
        '',
      ].join('\n'),
    ],
    ['_hosting/headers.nginx.conf', always.map(([name, value]) => `add_header ${name} "${value}" always;\n`).join('')],
    ['_hosting/headers.caddy', `header {\n${always.map(([name, value]) => `\t${name} "${value}"\n`).join('')}}\n`],
  ]);
}

function typeOf(attributes: string): string {
  return /\stype="([^"]*)"/.exec(attributes)?.[1]?.toLowerCase() ?? '';
}
