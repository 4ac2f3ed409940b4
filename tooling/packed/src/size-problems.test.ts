import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { publishedFolders } from "./pack-all.js";
import { sizeProblems } from "./size-problems.js";

const packed = { name: "@acme/site", size: 1000, files: [{ path: "package.json" }, { path: "dist/index.js" }] };

it("finds nothing in a package within its budget", () => {
  expect(sizeProblems(packed, { "@acme/site": { bytes: 1000, files: 2 } })).toEqual([]);
});

it("tells of too many bytes and of too many files", () => {
  const problems = sizeProblems(packed, { "@acme/site": { bytes: 999, files: 1 } });
  expect(problems).toEqual([expect.stringContaining("1000 bytes"), expect.stringContaining("2 files")]);
});

it("lets no package go without a budget", () => {
  expect(sizeProblems(packed, {})).toEqual([expect.stringContaining("no budget")]);
});

it("has a budget for every package that is published, and for no other", () => {
  const names = publishedFolders().map((folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).name);
  const budgets = JSON.parse(readFileSync(new URL("../sizes.json", import.meta.url), "utf8"));
  expect(Object.keys(budgets).sort()).toEqual(names.sort());
});
