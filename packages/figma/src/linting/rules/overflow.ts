import type { Rectangle } from "@figma/rest-api-spec";
import type { PlacedNode } from "../../nodes/placed-node.ts";
import type { LintRule, Problem } from "../rule.ts";

/** Pixels that nobody sees. */
const slack = 1;

/** What has text in it or can be pressed matters where it is cut; decoration is often meant to bleed. */
const frames = new Set(["FRAME", "COMPONENT", "INSTANCE"]);

/** Contents stay within what they are in: a text in its own box, layers in a frame that clips, or that arranges them. */
export const overflow: LintRule = {
  name: "overflow",
  prepare: (design) => (placed) => {
    const box = placed.node.absoluteBoundingBox;
    if (!design.isSeen(placed) || box === undefined || box === null) return [];
    return [...outOfItself(placed, box), ...outOfParent(placed, box)];
  },
};

function outOfItself({ node }: PlacedNode, box: Rectangle): readonly Problem[] {
  const rendered = node.absoluteRenderBounds;
  if (node.type !== "TEXT" || rendered === undefined || rendered === null) return [];
  if (node.style?.textTruncation === "ENDING" || node.style?.textAutoResize === "TRUNCATE") return [];
  const over = Math.max(
    rendered.y + rendered.height - box.y - box.height,
    rendered.x + rendered.width - box.x - box.width,
  );
  // Letters reach out of their box a little, by their descenders and slants.
  if (over <= Math.max(slack, (node.style?.fontSize ?? 16) / 2)) return [];
  return [
    {
      severity: "warning",
      what: `text is ${px(over)} larger than its box`,
      mend: "Let the box grow with its text, or truncate it.",
    },
  ];
}

function outOfParent(placed: PlacedNode, box: Rectangle): readonly Problem[] {
  const { parent, node } = placed;
  const outer = parent?.node.absoluteBoundingBox;
  if (parent === undefined || outer === undefined || outer === null || !frames.has(parent.node.type)) return [];
  const isArranged = (parent.node.layoutMode ?? "NONE") !== "NONE" && node.layoutPositioning !== "ABSOLUTE";
  const isClipped = parent.node.clipsContent === true;
  if (!isArranged && !(isClipped && hasText(placed))) return [];
  const scrolls = parent.node.overflowDirection ?? "NONE";
  const [horizontal, vertical] = [
    outside(box.x, box.width, outer.x, outer.width),
    outside(box.y, box.height, outer.y, outer.height),
  ];
  const over = Math.max(scrolls.includes("HORIZONTAL") ? 0 : horizontal, scrolls.includes("VERTICAL") ? 0 : vertical);
  // What is wholly outside waits there to be moved in.
  if (over <= slack || horizontal >= box.width || vertical >= box.height) return [];
  return [
    {
      severity: isClipped ? "error" : "warning",
      what: `reaches ${px(over)} out of ${JSON.stringify(parent.node.name)}${isClipped ? ", which cuts it off" : ""}`,
      mend: "Let the frame hug its contents, let the layer fill it, or let it scroll.",
    },
  ];
}

function outside(start: number, length: number, outerStart: number, outerLength: number): number {
  return Math.max(outerStart - start, start + length - outerStart - outerLength, 0);
}

function hasText({ node, children }: PlacedNode): boolean {
  return node.type === "TEXT" || children.some(({ node: child }) => child.type === "TEXT");
}

function px(value: number): string {
  return `${Number(value.toFixed(1))}px`;
}
