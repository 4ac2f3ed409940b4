import { readFileSync } from "node:fs";

/** What a connector's package.json says of it; the only place where its version stands. */
export interface PackageFacts {
  readonly name: string;
  readonly version: string;
  /** The name of its command. */
  readonly command: string;
}

/** Reads the package.json of a connector's package. */
export function readPackage(url: URL): PackageFacts {
  const { name, version, bin } = JSON.parse(readFileSync(url, "utf8")) as {
    name: string;
    version: string;
    bin?: Record<string, string>;
  };
  return { name, version, command: Object.keys(bin ?? {})[0] ?? name };
}
