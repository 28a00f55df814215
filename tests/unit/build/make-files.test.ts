import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import type { FileJob } from '../../../scripts/lib/file-jobs.ts';
import { makeFiles } from '../../../scripts/lib/make-files.ts';

const root = path.join(import.meta.dirname, '../../..');
const cache = mkdtempSync(path.join(tmpdir(), 'files-'));
vi.stubEnv('FILE_CACHE', cache);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true, force: true });
});

const preview = (title: string): FileJob => ({
  kind: 'preview-png',
  preview: { lang: 'zh', site: '册', hue: { hue: 52, chroma: 0.1 }, kicker: '分类', title, lead: '说明', groups: [] },
});

test('a file is made once, and what was made before is told from what is made now', async () => {
  expect(await makeFiles([preview('一'), preview('二')], root)).toEqual({ kept: 0, made: 2 });
  expect(await makeFiles([preview('一'), preview('二'), preview('三')], root)).toEqual({ kept: 2, made: 1 });
});

test('what cannot be made in a thread ends the work with its reason', async () => {
  const sound = preview('四');
  const broken = {
    ...sound,
    preview: { ...('preview' in sound && sound.preview), groups: null },
  } as unknown as FileJob;
  const jobs = Array.from({ length: 60 }, (_, at) => (at === 3 ? broken : preview(`五 ${String(at)}`)));
  const told: number[] = [];
  await expect(makeFiles(jobs, root, (done) => told.push(done))).rejects.toThrow(TypeError);
  expect(told.length).toBeLessThan(60);
});
