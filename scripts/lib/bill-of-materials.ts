import { Enums, Models, Serialize, SPDX, Spec } from '@cyclonedx/cyclonedx-library';
import { judgeLicence } from './judge-licence.ts';
import type { LockedPackage } from './locked-packages.ts';

/**
 * What the site is built with, as a CycloneDX 1.6 bill of materials in JSON: every package of the lockfile that is no
 * mere tool of the tests, with its hash, its licence and what it needs. Holds no time and no chance number, so that the
 * same lockfile always makes the same bytes.
 * @param packages all of the lockfile, the project itself first.
 */
export function billOfMaterials(packages: readonly LockedPackage[]): string {
  const [project, ...others] = packages.filter(({ dev }) => !dev);
  if (!project) throw new Error('the lockfile names no project');
  const root = componentOf(project, true);
  const components = new Map(others.map((own) => [own.place, componentOf(own, false)] as const)).set('', root);
  for (const { place, needs } of [project, ...others]) {
    for (const need of needs) {
      const needed = components.get(need);
      if (needed) components.get(place)?.dependencies.add(needed.bomRef);
    }
  }
  components.delete('');
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: root }) });
  for (const component of components.values()) bom.components.add(component);
  const normalizer = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(normalizer).serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function componentOf(own: LockedPackage, isProject: boolean): Models.Component {
  const [, group, name = own.name] = /^(@[^/]+)\/(.+)$/.exec(own.name) ?? [];
  const component = new Models.Component(
    isProject ? Enums.ComponentType.Application : Enums.ComponentType.Library,
    name,
    {
      version: own.version,
      // The same package may lie in several places.
      bomRef: isProject ? own.name : own.place,
      purl: `pkg:npm/${own.name.replace('@', '%40')}@${own.version}`,
      ...(group !== undefined && { group }),
    },
  );
  const { licence } = judgeLicence(own);
  if (SPDX.isSupportedSpdxId(licence)) component.licenses.add(new Models.SpdxLicense(licence));
  else if (licence !== '') component.licenses.add(new Models.LicenseExpression(licence));
  if (own.integrity !== undefined) {
    const hash = Buffer.from(own.integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
    component.hashes.set(Enums.HashAlgorithm['SHA-512'], hash);
  }
  return component;
}
