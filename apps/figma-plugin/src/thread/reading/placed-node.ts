import type { Canvas, Selection } from "@drawbridge/figma/bridge";
import type { BaseNode, PluginAPI, SceneNode } from "@figma/plugin-typings/plugin-api-standalone.js";

type PlacedNode = Selection["nodes"][number];

/** A node as a person would point at it. */
function placed(node: SceneNode): PlacedNode {
  const path: string[] = [];
  for (let one: BaseNode | null = node.parent; one && one.type !== "DOCUMENT"; one = one.parent) path.unshift(one.name);
  const box = node.absoluteBoundingBox;
  return {
    id: node.id,
    name: node.name,
    type: node.type,
    path,
    ...(box && { box: { x: box.x, y: box.y, width: box.width, height: box.height } }),
    ...("children" in node && { children: node.children.length }),
  };
}

function firstOf(nodes: readonly SceneNode[], most: number) {
  return {
    nodes: nodes.slice(0, most).map(placed),
    ...(nodes.length > most && { more: nodes.length - most }),
  };
}

/** What is selected on the current page. */
export function selectionOf(figma: PluginAPI): Selection {
  const { id, name, selection } = figma.currentPage;
  return { page: { id, name }, ...firstOf(selection, 500) };
}

/** The open file as the person sees it. */
export function canvasOf(figma: PluginAPI): Canvas {
  const { id, name, selection, children } = figma.currentPage;
  const { x, y, width, height } = figma.viewport.bounds;
  return {
    page: { id, name },
    pages: figma.root.children.slice(0, 1_000).map((page) => ({ id: page.id, name: page.name })),
    view: { x, y, width, height, zoom: figma.viewport.zoom },
    ...firstOf(children, 1_000),
    selection: selection.slice(0, 500).map((node) => node.id),
  };
}
