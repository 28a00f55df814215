import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveSite } from '../../../scripts/lib/serve-site.ts';

test('a site that is gone for a moment is not found, and then served again', async () => {
  const dist = mkdtempSync(path.join(tmpdir(), 'pocketbook-'));
  onTestFinished(() => rmSync(dist, { recursive: true, force: true }));
  const site = await serveSite(dist, 0);
  onTestFinished(() => site.close());
  const ask = async (page: string) => {
    const response = await fetch(`${site.url}/${page}`);
    return [response.status, await response.text()];
  };
  expect(await ask('')).toEqual([404, '']);
  writeFileSync(path.join(dist, '404.html'), 'not here');
  writeFileSync(path.join(dist, 'index.html'), 'home');
  expect(await ask('')).toEqual([200, 'home']);
  expect(await ask('other/')).toEqual([404, 'not here']);
});
