import type { ServerEntry } from "./server-entry.ts";

/** How an entry starts a connector of the project. */
export interface PinnedPackage {
  readonly package: string;
  /** As it is written: undefined where there is none, else an exact version, or a tag such as `latest`. */
  readonly version: string | undefined;
  /** Which argument names it. */
  readonly index: number;
}

/** The package of a registry that an entry has npx fetch and run; undefined for any other command. */
export function pinnedPackage({ command, args }: Pick<ServerEntry, "command" | "args">): PinnedPackage | undefined {
  const words = [command, ...args];
  const start = words.findIndex((word) => /(?:^|[\\/])npx(?:\.cmd)?$/.test(word));
  if (start === -1 || start > 2) return undefined;
  const place = words.findIndex((word, index) => index > start && !word.startsWith("-"));
  const [, name, version] = /^((?:@[^/@]+\/)?[^/@]+)(?:@(.+))?$/.exec(words[place] ?? "") ?? [];
  return name === undefined ? undefined : { package: name, version, index: place - 1 };
}
