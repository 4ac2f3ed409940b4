import { Contrib, Enums, Models } from "@cyclonedx/cyclonedx-library";
import parse from "spdx-expression-parse";
import { bundledPackages } from "../installed/bundled-packages.ts";
import { installedClosure } from "../installed/installed-closure.ts";
import { repositoryUrl } from "../published/manifest.ts";
import type { PublishedPackage } from "../published/published-packages.ts";

const licences = new Contrib.License.Factories.LicenseFactory(parse);

/**
 * What a published package consists of, as a CycloneDX bill of materials: the packages whose code is inside its program, as the
 * bundler told, and those that are installed with it, as the lockfile has them here.
 */
export function sbom(published: PublishedPackage): Models.Bom {
  const { folder, manifest } = published;
  const subject = component(Enums.ComponentType.Application, manifest);
  subject.description = manifest.description;
  subject.externalReferences.add(
    new Models.ExternalReference(repositoryUrl(manifest), Enums.ExternalReferenceType.VCS),
  );
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: subject }) });
  const installed = installedClosure(manifest, folder);
  const byReference = new Map(installed.map((each) => [purl(each), component(Enums.ComponentType.Library, each)]));
  for (const bundled of bundledPackages(folder)) {
    const told = byReference.get(purl(bundled)) ?? component(Enums.ComponentType.Library, bundled);
    told.properties.add(new Models.Property("drawbridge:bundled", "true"));
    byReference.set(purl(bundled), told);
  }
  for (const each of byReference.values()) {
    bom.components.add(each);
    subject.dependencies.add(each.bomRef);
  }
  for (const { needs, ...each } of installed) {
    for (const need of installed.filter(({ folder }) => needs.includes(folder))) {
      const to = byReference.get(purl(need));
      if (to !== undefined) byReference.get(purl(each))?.dependencies.add(to.bomRef);
    }
  }
  return bom;
}

interface Told {
  readonly name: string;
  readonly version: string;
  readonly license?: string | undefined;
}

function component(type: Enums.ComponentType, told: Told): Models.Component {
  const [, group, name = told.name] = /^(@[^/]+)\/(.+)$/.exec(told.name) ?? [];
  const made = new Models.Component(type, name, {
    bomRef: purl(told),
    version: told.version,
    purl: purl(told),
    ...(group === undefined ? {} : { group }),
  });
  if (told.license !== undefined) made.licenses.add(licences.makeFromString(told.license));
  return made;
}

/** A package URL of npm's kind. */
function purl({ name, version }: Told): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}
