import type { Content } from "@drawbridge/core";
import type { Channel } from "../bridge/channel.ts";
import type { Canvas } from "../bridge/results.ts";
import { nodeLine } from "./node-line.ts";

/** Pages, what is in view, and a line for each node on the current page. */
export function canvasContent(
  file: Channel["file"],
  { page, pages, view, nodes, more = 0, selection }: Canvas,
): Content {
  const { x, y, width, height, zoom } = view;
  const round = (number: number) => Math.round(number);
  const lines = [
    `File: ${JSON.stringify(file.name)}`,
    `Pages: ${pages.map(({ id, name }) => `${id} ${JSON.stringify(name)}${id === page.id ? " (current)" : ""}`).join(", ")}`,
    `In view: ${round(width)}×${round(height)} at ${round(x)},${round(y)}, zoom ${round(zoom * 100)}%`,
    `Selected: ${selection.length === 0 ? "nothing" : selection.join(", ")}`,
    nodes.length === 0 ? "The page is empty." : "On the page, from back to front:",
    ...nodes.map((node) => nodeLine({ ...node, path: [] })),
    ...(more > 0 ? [`… and ${more} more`] : []),
  ];
  return { facts: { file: file.key, page: page.id, nodes: nodes.length + more }, parts: [{ text: lines.join("\n") }] };
}
