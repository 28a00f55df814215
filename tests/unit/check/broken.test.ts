import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fitCards } from '../../../scripts/lib/card-fit.ts';
import { checkContent } from '../../../scripts/lib/check-content.ts';
import { closeDiagramRenderer, parseDiagram } from '../../../scripts/lib/diagram-renderer.ts';
import type { Records } from '../../../src/blocks/records.ts';
import { ISSUE_CODES } from '../../../src/check/issue-codes.ts';
import { reportText } from '../../../src/check/report-text.ts';
import { checkSearch, namesUnasked } from '../../../src/check/rules/check-search.ts';
import { copyContent } from './copy-content.ts';

const BROKEN = path.join(import.meta.dirname, '../../fixtures/broken');
const fixtures = readdirSync(BROKEN);

afterAll(closeDiagramRenderer);

describe('a broken record', () => {
  // Each folder holds what differs from tests/fixtures/good, and report.txt: the whole of what a trainer is told.
  test.each(fixtures)('%s', async (fixture) => {
    // Starting the reader of diagrams and loading fonts takes seconds; most fixtures touch neither.
    const tools = {
      today: '2026-12-01',
      ...(fixture.startsWith('bad-mermaid') && { parseDiagram }),
      ...(fixture.startsWith('card-') && { fitCards }),
      ...(fixture.startsWith('name-') && { findNames: checkSearch }),
      ...(fixture === 'names-unasked' && { findNames: (records: Records) => [namesUnasked(records)] }),
    };
    const { issues, lang } = await checkContent(copyContent(fixture), tools);

    const [code = ''] = fixture.split('.');
    if (code in ISSUE_CODES) expect(issues.map((issue) => issue.code)).toContain(code);
    await expect(`${reportText(issues, { lang })}\n`).toMatchFileSnapshot(path.join(BROKEN, fixture, 'report.txt'));
  });

  test('there is a fixture for every code', () => {
    const shown = new Set(fixtures.map((fixture) => fixture.split('.')[0]));
    expect(Object.keys(ISSUE_CODES).filter((code) => !shown.has(code))).toEqual([]);
  });
});

test('sound content has no issues', async () => {
  const { issues, isBroken, coverage } = await checkContent(copyContent(), {
    parseDiagram,
    fitCards,
    findNames: checkSearch,
  });
  expect(issues).toEqual([]);
  expect(isBroken).toBe(false);
  expect(coverage.map(({ theme, covered, all }) => [theme, covered, all])).toEqual([
    ['complaints', 2, 2],
    ['phone', 1, 1],
  ]);
});

test('an address from outside takes the place of a placeholder', async () => {
  const { issues } = await checkContent(copyContent('placeholder-address'), {}, 'https://fuwu.your-company.cn/');
  expect(issues).toEqual([]);
});
