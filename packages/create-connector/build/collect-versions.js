// Writes down what a connector outside of this repository depends on: the versions of our own packages that are published
// together with this one, and those of the catalog that they were tested with.
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";

const root = new URL("../../../", import.meta.url);
const { catalog } = parse(readFileSync(new URL("pnpm-workspace.yaml", root), "utf8"));

const own = Object.fromEntries(
  ["packages/core", "packages/testkit", "tooling/bundle", "tooling/typescript"].map((folder) => {
    const { name, version } = JSON.parse(readFileSync(new URL(`${folder}/package.json`, root), "utf8"));
    return [name, `^${version}`];
  }),
);
const others = Object.fromEntries(
  ["@types/node", "typescript", "vitest", "zod"].map((name) => [name, `^${catalog[name]}`]),
);
writeFileSync("dist/versions.json", `${JSON.stringify({ ...own, ...others }, undefined, 2)}\n`);
