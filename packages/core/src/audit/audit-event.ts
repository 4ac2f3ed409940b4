import type { Effect } from "../effects/effect.ts";

/** How a call ended, in the record's words. */
export type Outcome = "succeeded" | "failed" | "invalid" | "refused" | "cancelled";

/** What is recorded of a call. Arguments and answers are not; a digest tells two calls apart. */
export interface AuditEvent {
  readonly event: "started" | "asked" | "ended";
  /** The same for all lines of one call. */
  readonly call: string;
  readonly principal: string;
  /** `tool fs_read`, `resource file`, … */
  readonly operation: string;
  readonly effect: Effect;
  /** A call that was only to tell what it would do. */
  readonly dryRun?: true;
  /** SHA-256 of the arguments' JSON as they were sent, in hexadecimal. */
  readonly arguments: string;
  /** Of an ended call. */
  readonly outcome?: Outcome;
  /** Of an ended call that did not succeed: the error's code. */
  readonly code?: string;
  /** Milliseconds from the call's beginning. */
  readonly duration?: number;
  /** Of the answer, where there is one. */
  readonly bytes?: number;
}
