import { existsSync, readFileSync } from "node:fs";
import type { ChainEnd } from "./chain.ts";

/** Where `<file>.head` says that the chain stands; undefined when there is none, or none that was ever written. */
export function readHead(file: string): ChainEnd | undefined {
  const head = `${file}.head`;
  const [, seq, hash] = existsSync(head) ? (/^(\d{15}) ([0-9a-f]{64})\n$/.exec(readFileSync(head, "utf8")) ?? []) : [];
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash };
}
