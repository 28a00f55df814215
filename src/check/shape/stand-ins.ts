import { LANGS } from '../../model/localized.ts';

const text = Object.fromEntries(LANGS.map((lang) => [lang, '…']));
const list = Object.fromEntries(LANGS.map((lang) => [lang, [] as string[]]));
const heading = { title: text, description: text };

/** What takes the place of an unsound key while the rest of its file is checked; never seen by a reader. */
export const STAND_INS = {
  topic: {
    ...heading,
    short: text,
    owner: text,
    order: 1,
    reviewed: '2000-01-01',
    reviewEveryMonths: 1,
    roles: ['new-hire'],
    aliases: list,
    asks: list,
    covers: [],
    related: [],
    cards: [],
    sources: [],
  },
  deck: heading,
  path: { ...heading, role: 'new-hire' },
  site: { name: text, tagline: text, description: text, defaultLang: LANGS[0], address: 'https://example.com/' },
  glossary: { terms: [] },
  curriculum: { facts: [] },
  permalinks: {},
  translations: {},
} as const satisfies Record<string, Record<string, unknown>>;
