import type { Text } from "./layer.ts";

/** As large as Inter is on average: no font is measured here. */
const averageWidth = 0.55;

/** About the room that a text takes, in a given width where it has one. */
export function textSize({ characters, size, line }: Text, width?: number): { width: number; height: number } {
  const wide = (part: string) => Math.ceil(part.length * size * averageWidth);
  const lines = characters.split("\n");
  if (width === undefined) return { width: Math.max(...lines.map(wide)), height: lines.length * line };
  const rows = lines.reduce((sum, part) => sum + Math.max(1, Math.ceil(wide(part) / width)), 0);
  return { width, height: rows * line };
}
