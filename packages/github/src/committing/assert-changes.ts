import { ConnectorError } from "@drawbridge/core";
import type { FileChange } from "./file-change.ts";

/** Each file is changed once, and in one way. */
export function assertChanges(changes: readonly FileChange[]): void {
  const touched = new Set<string>();
  for (const { path, content, edits, move_to: to, delete: gone, encoding, mode } of changes) {
    const ways = [content, edits, to, gone].filter((way) => way !== undefined).length;
    if (ways !== 1) throw invalid(`${path}: give one of content, edits, move_to and delete, and one only.`);
    if (encoding !== undefined && content === undefined) throw invalid(`${path}: encoding belongs to content.`);
    if (mode !== undefined && gone !== undefined) throw invalid(`${path}: what is deleted has no mode.`);
    for (const name of to === undefined ? [path] : [path, to]) {
      if (touched.has(name)) throw invalid(`${name} is changed twice: give all that becomes of it as one change.`);
      touched.add(name);
    }
  }
}

function invalid(message: string): ConnectorError {
  return new ConnectorError("invalid_input", message);
}
