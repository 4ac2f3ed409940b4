import type { Content } from "@drawbridge/core";
import type { Channel } from "../bridge/channel.ts";
import type { UndonePlan } from "../bridge/results.ts";
import { changeLines } from "./change-lines.ts";

const mostLines = 200;

/** What undoing changed, and how much more can be undone. */
export function undoContent({ key }: Channel["file"], undone: UndonePlan): Content {
  const lines = changeLines(undone, mostLines);
  const text = lines.length === 0 ? "Nothing had to be changed." : lines.join("\n");
  const later = undone.later === undefined ? {} : { later_ones: undone.later };
  return { facts: { file: key, undone: undone.edit, ...later, edits_left: undone.left }, parts: [{ text }] };
}
