import type { Tier } from "../api/tier.ts";
import type { LimitType, Plan } from "./limit-table.ts";

/** A request that was sent, or refused for its limits. Names are short, since a file holds thousands. */
export interface QuotaEvent {
  /** Milliseconds since 1970. */
  readonly t: number;
  readonly tier: Tier;
  /** A digest of the file's key; empty where no file was asked for. */
  readonly f: string;
  /** Where it was refused: until when. */
  readonly until?: number;
  readonly plan?: Plan;
  readonly type?: LimitType;
}
