import type { Finding } from "@drawbridge/core";
import type { Stand } from "./stand.ts";

/** One thing that must hold, attacked. */
export interface Check {
  /** What holds, as a sentence without its full stop. */
  readonly claim: string;
  /** What it means for the person where it does not hold. */
  readonly danger: string;
  /**
   * Makes the attack and its innocent twin. Returns what was seen, or a finding where the claim is not all there is to say;
   * throws `Breach` where an attack got through or a twin did not.
   */
  run(stand: Stand): Promise<string | Finding>;
}
