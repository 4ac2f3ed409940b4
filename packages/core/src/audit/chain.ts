import { sha256 } from "../digest/sha256.ts";
import type { AuditEvent } from "./audit-event.ts";

/** Where a chain stands: the last line's number and hash. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/** Before the first line. */
export const chainStart: ChainEnd = { seq: 0, hash: "0".repeat(64) };

/** The text of the next line, without its line end, and where the chain then stands. */
export function nextLine(
  { seq, hash: prev }: ChainEnd,
  event: AuditEvent,
  time: Date,
): { text: string; end: ChainEnd } {
  const unhashed = JSON.stringify({ seq: seq + 1, time: time.toISOString(), ...event, prev });
  const hash = sha256(unhashed);
  return { text: `${unhashed.slice(0, -1)},"hash":"${hash}"}`, end: { seq: seq + 1, hash } };
}

/** Whether a line's text has the hash that it says it has. */
export function hasOwnHash(text: string, hash: unknown): boolean {
  const ending = `,"hash":"${hash}"}`;
  return text.endsWith(ending) && sha256(`${text.slice(0, -ending.length)}}`) === hash;
}
