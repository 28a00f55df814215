/** `npm run compress`: puts `.gz` and `.br` beside the text files of dist/, for hosts that send them as they are. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { compressSite } from './lib/compress-site.ts';
import { showProgress } from './lib/show-progress.ts';

const dist = path.resolve(process.env['OUT_DIR'] ?? 'dist');
if (!existsSync(path.join(dist, 'index.html'))) {
  console.error(`${dist} holds no site: run \`npm run build\` first.`);
  process.exit(1);
}
const { files, bytes, gzipBytes, brotliBytes } = await compressSite(
  dist,
  showProgress(process.stdout, '{done} / {all}'),
);
const kilobytes = (size: number) => `${String(Math.round(size / 1024))} KB`;
console.log(
  `${String(files)} files: ${kilobytes(bytes)}, gzip ${kilobytes(gzipBytes)}, brotli ${kilobytes(brotliBytes)}`,
);
