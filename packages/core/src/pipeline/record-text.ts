import type { RecordReply } from "./reply.ts";

const written = new WeakMap<RecordReply["record"], string>();

/** A record as a model reads it. It is measured before it is sent, and written down once for both. */
export function recordText(record: RecordReply["record"]): string {
  const known = written.get(record);
  if (known !== undefined) return known;
  const text = JSON.stringify(record);
  written.set(record, text);
  return text;
}
