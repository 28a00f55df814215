/** `node scripts/run.mjs generate-topics --count 1000 --seed 1 --out <folder>`: a big content/ to measure with. */
import { parseArgs } from 'node:util';
import { generateContent } from './lib/generate-content.ts';
import { contentRoot } from './lib/site-records.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: '.build/generated' },
  },
});

generateContent(contentRoot, values.out, Number(values.count), values.seed);
console.log(`${values.out}/content: ${values.count} topics`);
