import { expect, it } from "vitest";
import { publishedPackages } from "./published-packages.ts";
import { untagged } from "./untagged.ts";
import { workspaceRoot } from "./workspace-root.ts";

it("names the versions that were not released", () => {
  const packages = publishedPackages(workspaceRoot);
  const all = packages.map(({ manifest }) => `${manifest.name}@${manifest.version}`);
  expect(untagged(packages, ["v1", "@drawbridge/core@9.9.9"])).toEqual(all);
  expect(untagged(packages, all.slice(1))).toEqual(all.slice(0, 1));
  expect(untagged(packages, all)).toEqual([]);
});
