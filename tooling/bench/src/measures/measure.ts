import type { Peer } from "../peers/peer.ts";
import type { Participant } from "./participant.ts";

/** Something that can be measured of every peer alike, in rounds. */
export interface Measure {
  /** In kebab-case; what `--only` selects by. */
  readonly name: string;
  /** Where more would only cost time: a deterministic figure needs one round. */
  readonly mostRounds?: number;
  /** Whether the peer can do what is measured. */
  includes(peer: Peer): boolean;
  /** Makes one peer ready for its rounds: started, warmed up. */
  enter(peer: Peer): Promise<Participant>;
}
