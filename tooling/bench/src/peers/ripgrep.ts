import { inProcess } from "./in-process.ts";
import type { Peer } from "./peer.ts";

/** ripgrep itself, run as a child: the floor for whatever searches with it. */
export function ripgrep(): Peer {
  return { ...inProcess("ripgrep"), version: async () => "of @vscode/ripgrep" };
}
