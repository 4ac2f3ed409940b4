import type { AuditEvent } from "./audit-event.ts";

/**
 * One line of the file. The keys stand in this order; `hash` is the SHA-256, in hexadecimal, of the line's JSON without
 * it, and `prev` the hash of the line before, so that no line can be changed, moved or taken out unseen.
 */
export interface AuditLine extends AuditEvent {
  /** From 1, without gaps, through all files of a chain. */
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly prev: string;
  readonly hash: string;
}
