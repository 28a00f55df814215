import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A package that the lockfile names, once for each place where it is installed. */
export interface LockedPackage {
  /** Where it lies: `node_modules/astro/node_modules/zod`. */
  place: string;
  /** `@scope/name`. */
  name: string;
  version: string;
  /** What it says of its licence, an SPDX expression where it is sound. */
  licence: string | undefined;
  /** `sha512-…`, in base 64. */
  integrity: string | undefined;
  /** For the tests and checks alone. */
  dev: boolean;
  /** Whether it asks to run a program of its own when it is installed. */
  hasInstallScript: boolean;
  /** The places of what it needs, as far as the lockfile has them; in order. */
  needs: string[];
}

/** What of package-lock.json (version 3) is read. */
interface LockEntry {
  version?: string;
  name?: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** Every package of the lockfile below `root`, in order of place; the first is the project itself, at the place ''. */
export function lockedPackages(root: string): LockedPackage[] {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  const { packages } = lock;
  return Object.keys(packages)
    .sort()
    .map((place) => {
      const entry = packages[place] ?? {};
      const wanted = { ...entry.dependencies, ...entry.optionalDependencies, ...entry.peerDependencies };
      const needs = Object.keys(wanted).flatMap((name) => placeOf(name, place, packages) ?? []);
      return {
        place,
        name: entry.name ?? place.replace(/^.*node_modules\//, ''),
        version: entry.version ?? '0.0.0',
        licence: entry.license,
        integrity: entry.integrity,
        dev: entry.dev === true,
        hasInstallScript: entry.hasInstallScript === true,
        needs: needs.sort(),
      };
    });
}

/** Where Node finds `name` from `place`: the nearest folder above that has it. */
function placeOf(name: string, place: string, packages: Record<string, LockEntry>): string | undefined {
  for (let at = place; ; at = at.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
    const candidate = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (candidate in packages) return candidate;
    if (at === '') return undefined;
  }
}
