import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What is text. PDF, pictures, workbooks and packages are compressed in themselves. */
const TEXT = /\.(?:css|csv|html|js|json|md|svg|txt|xml)$/;
/** Below this a compressed file saves no packet. */
const LEAST_BYTES = 1024;

/** How many files were compressed, and what they weigh. */
export interface Compressed {
  files: number;
  bytes: number;
  gzipBytes: number;
  brotliBytes: number;
}

/**
 * Puts a `.gz` and a `.br` beside every text file of the site at `dist`, so that a host need not compress anything while
 * a reader waits. Those of an earlier run go first.
 * @param onProgress is told how many of how many files are done.
 */
export async function compressSite(
  dist: string,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<Compressed> {
  const all = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((file) => path.join(dist, file));
  for (const file of all) {
    if (/\.(?:gz|br)$/.test(file) && existsSync(file.replace(/\.(?:gz|br)$/, ''))) rmSync(file);
  }
  const files = all.filter((file) => TEXT.test(file) && statSync(file).size >= LEAST_BYTES);
  const sum: Compressed = { files: files.length, bytes: 0, gzipBytes: 0, brotliBytes: 0 };
  let done = 0;
  const next = files.values();
  const work = async (): Promise<void> => {
    for (const file of next) {
      const text = readFileSync(file);
      const [zipped, small] = await Promise.all([toGzip(text), toBrotli(text)]);
      writeFileSync(`${file}.gz`, zipped);
      writeFileSync(`${file}.br`, small);
      sum.bytes += text.length;
      sum.gzipBytes += zipped.length;
      sum.brotliBytes += small.length;
      done += 1;
      onProgress(done, files.length);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return sum;
}

const toGzip = (text: Uint8Array) => promisify(gzip)(text, { level: constants.Z_BEST_COMPRESSION });
const toBrotli = (text: Uint8Array) =>
  promisify(brotliCompress)(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
