import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findPackage } from "./find-package.ts";
import type { InstalledPackage } from "./installed-package.ts";

interface Told {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Packages by name, as a package.json asks for them. */
type Asked = Pick<Told, "dependencies" | "optionalDependencies">;

/**
 * The packages that a folder asks for and all that they need, as the lockfile had them installed, each once. Throws where one
 * that is not optional is missing.
 */
export function installedClosure(asked: Asked, folder: string): readonly InstalledPackage[] {
  const found = new Map<string, InstalledPackage>();
  const wanted = wantedBy(asked, folder);
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    const folder = findPackage(next.name, next.from);
    if (folder === undefined && !next.isOptional) throw new Error(`${next.name} is not installed for ${next.from}`);
    if (folder === undefined || found.has(folder)) continue;
    const { name, version, license, ...told } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Told;
    const needs = wantedBy(told, folder);
    found.set(folder, {
      ...{ name, version, license, folder },
      needs: needs.map((need) => findPackage(need.name, folder)).filter((need) => need !== undefined),
    });
    wanted.push(...needs);
  }
  return [...found.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** npm puts what is optional among the dependencies too. */
function wantedBy({ dependencies, optionalDependencies = {} }: Asked, from: string) {
  const names = Object.keys({ ...dependencies, ...optionalDependencies });
  return names.map((name) => ({ name, from, isOptional: name in optionalDependencies }));
}
