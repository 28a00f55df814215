import { expect, test } from 'vitest';
import { checkNames } from '../../../scripts/lib/check-names.ts';
import { loadRecordsOrThrow } from '../../../scripts/lib/load-records.ts';
import { copyContent } from './copy-content.ts';

test('a build of very many topics says that it has not asked for each name', () => {
  const root = copyContent();
  const records = loadRecordsOrThrow(root);
  const many = { ...records, topics: Array.from({ length: 121 }, () => records.topics[0]!) };
  expect(checkNames(many, root).map(({ code }) => code)).toEqual(['names-unasked']);
});
