import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { judgeLicence } from '../../scripts/lib/judge-licence.ts';
import { DIST, filesOf } from './dist.ts';

const text = readFileSync(path.join(DIST, 'licences.txt'), 'utf8');
const notices = text
  .split(/^={72}\n/m)
  .slice(1)
  .map((notice) => {
    const [, name = '', version = '', licence = ''] = /^(\S+) (\S+) \((.+)\)\n/.exec(notice) ?? [];
    return { name, version, licence, text: notice.slice(notice.indexOf('\n')).trim() };
  });

test('the notices of all that is shipped and made by others stand beside the pages', () => {
  const names = notices.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      // In the site's scripts.
      ...['@cantoo/pdf-lib', 'fflate', 'papaparse', 'pinyin-pro', 'stemmer', 'ts-fsrs', 'uqr'],
      // Styles, icons, letters, characters.
      ...['@astrojs/starlight', '@expo-google-fonts/noto-sans-sc', 'lucide-static', 'opencc-js'],
    ]),
  );
  expect(names[0]).toBe('pocketbook');
  for (const { name, version, text: notice } of notices) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+/);
    expect(notice, name).toMatch(/copyright|licen[sc]e/i);
    expect(notice.length, name).toBeGreaterThan(500);
  }
});

test('nothing is shipped that asks for more than its notice', () => {
  for (const { name, licence } of notices) expect(judgeLicence({ name, licence }).verdict, name).toBe('permissive');
});

test('no other file of the site tells of the build', () => {
  expect(filesOf(DIST).filter((file) => /licen[cs]e/i.test(file))).toEqual(['licences.txt']);
});
