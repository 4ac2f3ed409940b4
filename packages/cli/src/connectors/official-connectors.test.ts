import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { officialConnectors } from "./official-connectors.ts";

const packages = fileURLToPath(new URL("../../../", import.meta.url));

describe("the project's own connectors", () => {
  it("are all offered, at the version that they have: each is among the devDependencies of this package", () => {
    const manifests = readdirSync(packages).map(
      (name) => JSON.parse(readFileSync(`${packages}/${name}/package.json`, "utf8")) as Record<string, string>,
    );
    const connectors = manifests.filter(({ mcpName }) => mcpName !== undefined);
    expect(officialConnectors().map((each) => [each.package, each.packageVersion])).toEqual(
      connectors.map(({ name, version }) => [name, version]),
    );
  });
});
