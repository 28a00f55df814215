import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { billOfMaterials } from '../../../scripts/lib/bill-of-materials.ts';
import { judgeLicence } from '../../../scripts/lib/judge-licence.ts';
import { lockedPackages } from '../../../scripts/lib/locked-packages.ts';

/** Packages that ask to run a program when they are installed, and why they need not. */
const INSTALL_SCRIPTS = new Map([['esbuild', 'only checks that the binary in its own optional package runs']]);

const packages = lockedPackages('.');
const shipped = packages.filter(({ place, dev }) => place !== '' && !dev);

test('the lockfile names exact versions with their hashes', () => {
  expect(shipped.length).toBeGreaterThan(300);
  expect(packages.slice(1).filter(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([]);
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  for (const version of Object.values({ ...dependencies, ...devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

describe('licences', () => {
  test('every package that the site is built with has one that is known to be fit', () => {
    const unknown = shipped.filter((own) => judgeLicence(own).verdict === 'unknown');
    expect(unknown.map(({ name, version, licence }) => `${name}@${version}: ${licence ?? 'none named'}`)).toEqual([]);
  });

  test('the lockfile says what the installed packages say', () => {
    const installed = shipped.filter(({ place }) => existsSync(path.join(place, 'package.json')));
    expect(installed.length).toBeGreaterThan(300);
    for (const { place, licence } of installed) {
      const { license } = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8')) as { license?: unknown };
      if (typeof license === 'string') expect(licence, place).toBe(license);
    }
  });

  test.each([
    ['MIT', 'permissive'],
    ['(MPL-2.0 OR Apache-2.0)', 'permissive'],
    ['MIT AND OFL-1.1', 'permissive'],
    ['GPL-3.0-only', 'unknown'],
    ['MIT AND GPL-3.0-only', 'unknown'],
    ['MPL-2.0', 'unknown'],
    ['SEE LICENSE IN terms.txt', 'unknown'],
    ['UNLICENSED', 'unknown'],
    [undefined, 'unknown'],
  ])('%s is %s', (licence, verdict) => {
    expect(judgeLicence({ name: 'some-package', licence }).verdict).toBe(verdict);
  });

  test('a package that was looked at is looked at again when it comes under another licence', () => {
    expect(judgeLicence({ name: 'khroma', licence: undefined }).verdict).toBe('permissive');
    expect(judgeLicence({ name: 'lightningcss', licence: 'MPL-2.0' }).verdict).toBe('build-only');
    expect(judgeLicence({ name: 'lightningcss', licence: 'AGPL-3.0-only' }).verdict).toBe('unknown');
  });
});

describe('install scripts', () => {
  test('no package needs one but those named', () => {
    const asking = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
    expect([...new Set(asking)].filter((name) => !INSTALL_SCRIPTS.has(name))).toEqual([]);
  });

  test('none is run', () => {
    expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true');
    expect(readFileSync('scripts/run.mjs', 'utf8')).toContain("'--ignore-scripts'");
  });
});

describe('the bill of materials', () => {
  interface Bill {
    components: { 'bom-ref': string; purl: string; licenses?: unknown[]; hashes?: unknown[] }[];
    dependencies: { ref: string; dependsOn?: string[] }[];
  }
  const text = billOfMaterials(packages);
  const bill = JSON.parse(text) as Bill;

  test('is valid CycloneDX, with the schemas of its makers', () => {
    const require = createRequire(import.meta.url);
    const folder = path.join(path.dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res/schema');
    const schema = (name: string) =>
      JSON.parse(readFileSync(path.join(folder, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object;
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const part of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
      ajv.addSchema(schema(part), `http://cyclonedx.org/schema/${part}.SNAPSHOT.schema.json`);
    }
    const validate = ajv.compile(schema('bom-1.6'));
    validate(bill);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...bill, components: [{ name: 5 }] })).toBe(false);
  });

  test('names every package that the site is built with, with its hash and licence, and no tool of the tests', () => {
    expect(bill.components.map((component) => component['bom-ref']).sort()).toEqual(
      shipped.map(({ place }) => place).sort(),
    );
    for (const { purl, licenses, hashes } of bill.components) {
      expect(purl).toMatch(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d/);
      expect(licenses, purl).toHaveLength(1);
      expect(hashes, purl).toHaveLength(1);
    }
    expect(bill.components.filter(({ purl }) => purl.startsWith('pkg:npm/vitest@'))).toEqual([]);
  });

  test('says what needs what, from the project on', () => {
    const known = new Map(bill.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
    expect(known.get('pocketbook')).toContain('node_modules/astro');
    const reached = new Set<string>();
    const walk = (ref: string) => {
      if (reached.has(ref)) return;
      reached.add(ref);
      for (const next of known.get(ref) ?? []) walk(next);
    };
    walk('pocketbook');
    expect(bill.components.filter((component) => !reached.has(component['bom-ref'])).map(({ purl }) => purl)).toEqual(
      [],
    );
  });

  test('comes out the same each time, and holds no time', () => {
    expect(billOfMaterials(lockedPackages('.'))).toBe(text);
    expect(text).not.toMatch(/timestamp|serialNumber/);
  });
});
