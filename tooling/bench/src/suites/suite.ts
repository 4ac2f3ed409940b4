import type { Peer } from "../peers/peer.ts";
import type { Section } from "./section.ts";

/** What is measured of which servers, and how the table shows it. */
export interface Suite {
  /** The table's first line. */
  readonly title: string;
  /** Ours first; every ratio is ours to another's. */
  readonly peers: readonly [Peer, ...Peer[]];
  readonly sections: readonly Section[];
  /** Writes what the servers are to work on. */
  writeSamples(): Promise<void>;
  /** Ends what `writeSamples` started; files are removed without it. */
  endSamples?(): Promise<void>;
  /** What a reader must know of all figures, a line each. */
  readonly notes: readonly string[];
}
