import type { PublishedPackage } from "../published/published-packages.ts";
import { bundledPackages } from "./bundled-packages.ts";
import { installedClosure } from "./installed-closure.ts";
import type { InstalledPackage } from "./installed-package.ts";

/** The packages that a program finds beside itself: those with native code or WebAssembly, and what they need. */
export function packagesBeside({ folder, manifest }: PublishedPackage): readonly InstalledPackage[] {
  const inside = new Set(bundledPackages(folder).map(({ name }) => name));
  const beside = (names: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(names).filter(([name]) => !inside.has(name) && !name.startsWith("@drawbridge/")));
  const { dependencies, optionalDependencies } = manifest;
  return installedClosure(
    { dependencies: beside(dependencies), optionalDependencies: beside(optionalDependencies) },
    folder,
  );
}
