/** `npm run licences`: under which licence each package is that the site is built with; ends with an error where one is not known to be fit. */
import { judgeLicence } from './lib/judge-licence.ts';
import { lockedPackages } from './lib/locked-packages.ts';

const packages = lockedPackages(process.cwd()).filter(({ place, dev }) => place !== '' && !dev);
const lines = packages.map((own) => ({ ...own, ...judgeLicence(own) }));
for (const verdict of ['permissive', 'build-only', 'unknown'] as const) {
  const those = lines.filter((line) => line.verdict === verdict);
  if (those.length === 0) continue;
  console.log(`\n${verdict} (${String(those.length)})`);
  for (const line of those) {
    const why = 'why' in line ? `\t${line.why}` : '';
    console.log(`${line.name}@${line.version}\t${line.licence === '' ? 'none named' : line.licence}${why}`);
  }
}
const unknown = lines.filter(({ verdict }) => verdict === 'unknown').map(({ name }) => name);
if (unknown.length > 0) {
  console.error(
    `\nLook at the licence of ${unknown.join(', ')} and say in scripts/lib/judge-licence.ts what it allows.`,
  );
  process.exitCode = 1;
}
