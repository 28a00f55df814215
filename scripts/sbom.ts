/** `npm run sbom -- --out FILE`: what the site is built with, as a CycloneDX bill of materials; without `--out` as sbom.cdx.json. */
import { parseArgs } from 'node:util';
import { billOfMaterials } from './lib/bill-of-materials.ts';
import { lockedPackages } from './lib/locked-packages.ts';
import { writeFile } from './lib/write-file.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'sbom.cdx.json' } } });
const bill = billOfMaterials(lockedPackages(process.cwd()));
writeFile(values.out, bill);
console.log(`${values.out} (${String(Math.ceil(bill.length / 1024))} KB)`);
