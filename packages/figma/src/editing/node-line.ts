import type { Selection } from "../bridge/results.ts";

type PlacedNode = Selection["nodes"][number];

/** A node in one line: `FRAME 12:34 "Card" 320×200 at 40,80 in Page 1 › Screen, 12 children`. */
export function nodeLine({ id, name, type, path, box, children = 0 }: PlacedNode): string {
  const size = box === undefined ? "" : ` ${short(box.width)}×${short(box.height)} at ${short(box.x)},${short(box.y)}`;
  const place = path.length === 0 ? "" : ` in ${path.join(" › ")}`;
  const inside = children === 0 ? "" : `, ${children} ${children === 1 ? "child" : "children"}`;
  return `${type} ${id} ${JSON.stringify(name)}${size}${place}${inside}`;
}

function short(number: number): string {
  return String(Math.round(number * 100) / 100);
}
