import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { bundledPackages } from "../src/installed/bundled-packages.ts";
import { publishedPackages } from "../src/published/published-packages.ts";
import { workspaceRoot } from "../src/published/workspace-root.ts";
import { sbom } from "../src/sbom/sbom.ts";
import { sbomText } from "../src/sbom/sbom-text.ts";

interface Written {
  readonly specVersion: string;
  readonly metadata: { readonly component: { readonly purl: string } };
  readonly components: ReadonlyArray<{ readonly purl: string; readonly licenses?: readonly object[] }>;
  readonly dependencies: ReadonlyArray<{ readonly ref: string; readonly dependsOn?: readonly string[] }>;
}

describe.each(publishedPackages(workspaceRoot))("the bill of materials of $manifest.name", (published) => {
  const { folder, manifest } = published;
  let written: Written;
  beforeAll(async () => {
    written = JSON.parse(await sbomText(sbom(published), new Date())) as Written;
  });

  it("is CycloneDX by its own schema, and of this version of the package", () => {
    const { specVersion, metadata } = written;
    expect(specVersion).toBe("1.6");
    expect(metadata.component.purl).toBe(`pkg:npm/${manifest.name.replace("@", "%40")}@${manifest.version}`);
  });

  it("names all that is inside the program and all that is installed with it, each with its licence", () => {
    const { components } = written;
    const purls = components.map(({ purl }) => purl.replace("%40", "@"));
    for (const { name, version } of bundledPackages(folder)) expect(purls).toContain(`pkg:npm/${name}@${version}`);
    for (const name of Object.keys(manifest.dependencies ?? {}))
      expect(purls.some((purl) => purl.startsWith(`pkg:npm/${name}@`))).toBe(true);
    for (const { purl, licenses } of components) expect({ purl, licenses }).toHaveProperty("licenses");
    expect(new Set(purls).size).toBe(purls.length);
  });

  it("tells what the package itself depends on", () => {
    const { metadata, dependencies } = written;
    const { dependsOn = [] } = dependencies.find(({ ref }) => ref === metadata.component.purl) ?? {};
    expect(dependsOn.length).toBeGreaterThan(0);
  });
});

it("says of GitHub's connector that Octokit is inside, as it is", () => {
  const folder = join(workspaceRoot, "packages", "github");
  const names = bundledPackages(folder).map(({ name }) => name);
  expect(names).toContain("@octokit/core");
  expect(readFileSync(join(folder, "package.json"), "utf8")).not.toMatch(/"dependencies": \{[^}]*octokit/);
});
