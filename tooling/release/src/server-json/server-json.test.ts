import { describe, expect, it } from "vitest";
import { connectors } from "../published/connectors.ts";
import { publishedPackages } from "../published/published-packages.ts";
import { workspaceRoot } from "../published/workspace-root.ts";
import { serverJson } from "./server-json.ts";
import { serverJsonSchema } from "./server-json-schema.ts";

const packages = publishedPackages(workspaceRoot);

/** As a release has it: before the first one every version is 0.0.0. */
const written = connectors.map((connector) => {
  const { manifest } = packages.find(({ manifest }) => manifest.name === `@drawbridge/${connector.name}`) ?? {};
  if (manifest === undefined) throw new Error(`No package of ${connector.name}`);
  return { connector, manifest, told: serverJson(connector, manifest) };
});

it("tells of every package that has a name in the registry", () => {
  const named = packages.map(({ manifest }) => manifest.mcpName).filter((name) => name !== undefined);
  expect(written.map(({ told }) => told.name).sort()).toEqual(named.sort());
});

describe.each(written)("server.json of $connector.name", ({ connector, manifest, told }) => {
  it("keeps to the registry's rules", () => {
    expect(() => serverJsonSchema.parse(told)).not.toThrow();
  });

  it("has the version of the package, and names it", () => {
    expect(told.version).toBe(manifest.version);
    expect(told.packages).toMatchObject([
      { registryType: "npm", identifier: manifest.name, version: manifest.version },
    ]);
  });

  it("asks for every option that a configuration can hold, and for no moment's", () => {
    const [npm] = told.packages;
    if (npm?.registryType !== "npm") throw new Error("The first package is not npm's");
    const asked = [...npm.packageArguments.map(({ valueHint }) => valueHint), ...npm.environmentVariables];
    const kept = connector.own.filter(({ flagOnly }) => !flagOnly);
    expect(asked).toHaveLength(kept.length + 4);
    expect(npm.environmentVariables.map(({ name }) => name)).not.toContain("DRAWBRIDGE_HTTP_TOKEN");
  });

  it("takes no secret for harmless, and shows no default of one", () => {
    const [npm] = told.packages;
    if (npm?.registryType !== "npm") throw new Error("The first package is not npm's");
    for (const { name, isSecret, default: shown } of npm.environmentVariables) {
      if (/TOKEN$|KEY$|PASSWORD|DATABASE_URL/.test(name)) expect({ name, isSecret }).toEqual({ name, isSecret: true });
      if (isSecret) expect(shown).toBeUndefined();
    }
  });

  it("names a bundle of the same version by its digest", () => {
    const bundle = { url: "https://github.com/o/r/releases/download/v1/x.mcpb", sha256: "0".repeat(64) };
    const both = serverJson(connector, manifest, bundle);
    expect(() => serverJsonSchema.parse(both)).not.toThrow();
    expect(both.packages[1]).toMatchObject({
      registryType: "mcpb",
      version: manifest.version,
      fileSha256: bundle.sha256,
    });
  });
});

it("asks for folders of the filesystem as arguments, and for GitHub's token by the name that people know", () => {
  const [filesystem, , github] = written;
  expect(filesystem?.told.packages[0]).toMatchObject({
    packageArguments: [
      { type: "positional", valueHint: "roots", isRepeated: true, isRequired: true, format: "filepath" },
    ],
  });
  expect(github?.told.packages[0]).toMatchObject({
    packageArguments: [],
    environmentVariables: expect.arrayContaining([expect.objectContaining({ name: "GITHUB_TOKEN", isSecret: true })]),
  });
});
