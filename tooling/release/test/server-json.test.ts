import { describe, expect, it } from "vitest";
import { builtConnectors } from "../src/published/built-connectors.ts";
import { serverJson } from "../src/server-json/server-json.ts";
import { serverJsonSchema } from "../src/server-json/server-json-schema.ts";

const written = builtConnectors().map((connector) => ({ connector, told: serverJson(connector) }));

describe.each(written)("server.json of $connector.manifest.name", ({ connector, told }) => {
  const { manifest, description } = connector;

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
    expect(asked).toHaveLength(description.options.filter(({ standard }) => !standard).length + 4);
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
    const both = serverJson(connector, bundle);
    expect(() => serverJsonSchema.parse(both)).not.toThrow();
    expect(both.packages[1]).toMatchObject({
      registryType: "mcpb",
      version: manifest.version,
      fileSha256: bundle.sha256,
    });
  });
});

it("asks for folders of the filesystem as arguments, and for GitHub's token by the name that people know", () => {
  const npmOf = (name: string) =>
    written.find(({ connector }) => connector.description.name === name)?.told.packages[0];
  expect(npmOf("filesystem")).toMatchObject({
    packageArguments: [
      { type: "positional", valueHint: "roots", isRepeated: true, isRequired: true, format: "filepath" },
    ],
  });
  expect(npmOf("github")).toMatchObject({
    packageArguments: [],
    environmentVariables: expect.arrayContaining([expect.objectContaining({ name: "GITHUB_TOKEN", isSecret: true })]),
  });
});
