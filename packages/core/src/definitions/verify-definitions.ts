import { readFileSync } from "node:fs";
import { makeVisible } from "../fence/make-visible.ts";
import { readPackage } from "../serving/read-package.ts";
import { compareLocks } from "./compare-locks.ts";
import type { Definitions } from "./definitions.ts";
import { DefinitionsError } from "./definitions-error.ts";
import { type DefinitionsLock, definitionsLock } from "./definitions-lock.ts";
import { definitionsText } from "./definitions-text.ts";

/** Where a bundled program has its lock, from its package.json; `bundle-connector` defines it. Source has none. */
declare const DRAWBRIDGE_DEFINITIONS_LOCK: string | undefined;

const shippedLock = typeof DRAWBRIDGE_DEFINITIONS_LOCK === "undefined" ? undefined : DRAWBRIDGE_DEFINITIONS_LOCK;
const mostNamed = 5;

/**
 * Throws `DefinitionsError` for a bundled program whose definitions are not those that its build wrote into the lock, or
 * whose lock cannot be read.
 *
 * @param packageFile the package.json
 * @param lockPath from there; undefined for what runs from source
 */
export function verifyDefinitions(definitions: Definitions, packageFile: URL, lockPath = shippedLock): void {
  if (lockPath === undefined) return;
  const problem = problemWith(definitions, new URL(lockPath, packageFile), lockPath);
  if (problem === undefined) return;
  throw new DefinitionsError(
    `refuses to run: ${problem}. An altered file, dependency or environment does that, or an update that was cut ` +
      `short. Reinstall ${readPackage(packageFile).name}.`,
  );
}

function problemWith(definitions: Definitions, file: URL, shown: string): string | undefined {
  let built: DefinitionsLock;
  try {
    const text = readFileSync(file, "utf8");
    // Texts are compared, since Node's crypto takes longer to load than all of this; digests name what differs.
    if (text === definitionsText(definitions)) return undefined;
    built = definitionsLock(JSON.parse(text) as Definitions);
  } catch (error) {
    const { code = "it holds something else" } = error as NodeJS.ErrnoException;
    return `${shown}, which holds the definitions that it was built with, cannot be read (${code})`;
  }
  const named = difference(built, definitionsLock(definitions));
  return `its definitions are not those that it was built with: ${named || "in their order or layout"}`;
}

function difference(built: DefinitionsLock, own: DefinitionsLock): string {
  return Object.entries(compareLocks(built, own))
    .filter(([, entries]) => entries.length > 0)
    .map(([change, entries]) => `${change} ${list(entries)}`)
    .join("; ");
}

function list(entries: readonly string[]): string {
  const shown = entries.slice(0, mostNamed).map((entry) => JSON.stringify(makeVisible(entry)));
  const more = entries.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
