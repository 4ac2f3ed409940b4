import type { Peer } from "./peer.ts";

/** A way of doing something in this process, with a column of its own. */
export function inProcess(name: string): Peer {
  return {
    name,
    version: async () => process.version,
    prepare: async () => {},
    arguments: () => [],
    tasks: {},
  };
}
