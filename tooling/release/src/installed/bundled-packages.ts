import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package whose code is inside a program. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** What the bundler said it put into the program of the package in this folder; nothing of one that is not bundled. */
export function bundledPackages(folder: string): readonly BundledPackage[] {
  const told = join(folder, "dist", "bundled.json");
  return existsSync(told) ? (JSON.parse(readFileSync(told, "utf8")) as BundledPackage[]) : [];
}
