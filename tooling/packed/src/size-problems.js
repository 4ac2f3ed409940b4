import { readFileSync } from "node:fs";

/** Of each package: the most bytes of its tarball, and the most files in it. */
const budgets = JSON.parse(readFileSync(new URL("../sizes.json", import.meta.url), "utf8"));

/**
 * Where a package is larger than it may be: everybody who uses it downloads it.
 *
 * @param {Pick<import("./pack-all.js").Packed, "name" | "size" | "files">} packed
 * @param {Record<string, { bytes: number, files: number }>} [allowed]
 * @returns {string[]}
 */
export function sizeProblems({ name, size, files }, allowed = budgets) {
  const budget = allowed[name];
  if (budget === undefined)
    return [`it has no budget in tooling/packed/sizes.json: its tarball has ${size} bytes and ${files.length} files`];
  return [
    ...(size > budget.bytes ? [over(`${size} bytes`, budget.bytes)] : []),
    ...(files.length > budget.files ? [over(`${files.length} files`, budget.files)] : []),
  ];
}

function over(what, budget) {
  return `its tarball has ${what}, more than ${budget}: find what it is, or raise tooling/packed/sizes.json and say why`;
}
