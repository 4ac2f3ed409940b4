import type { PaintInput } from "../operations/props/paint.ts";
import type { Props } from "../operations/props/props.ts";
import type { Facts } from "./scene.ts";
import { type Broken, broken } from "./violation.ts";

const laidOut = new Set(["FRAME", "COMPONENT", "COMPONENT_SET", "INSTANCE", "SLIDE"]);
const lettered = new Set(["TEXT", "STICKY", "SHAPE_WITH_TEXT", "CONNECTOR"]);
/** In the words of `create`. */
const sized = new Set(["CONNECTOR", "TABLE", "STICKY"]);

function isAuto(layout: string | undefined): boolean {
  return layout !== undefined && layout !== "NONE";
}

/** Whether properties fit the node that they are for, and the parent that it stands in. */
export function checkProps(props: Props, node: Facts | undefined, parent: Facts | undefined): Broken | undefined {
  return (
    checkKind(props, node?.type) ??
    checkLayout(props, node) ??
    checkPlacement(props, node, parent) ??
    checkPaints([...(props.fills ?? []), ...(props.strokes ?? []), ...(props.text?.fills ?? [])]) ??
    checkRanges(props)
  );
}

function checkKind({ layout, text, width, height }: Props, type: string | undefined): Broken | undefined {
  if (type === undefined) return undefined;
  if (layout && !laidOut.has(type)) {
    return broken(
      "only frames, components, sets and instances have a layout",
      `A ${type} lays out nothing`,
      "Put its children into a FRAME and set the layout there.",
    );
  }
  if (text && !lettered.has(type)) {
    return broken(
      "only texts, stickies, shapes and connectors hold letters",
      `A ${type} has no text`,
      "Create a TEXT in it.",
    );
  }
  if ((width !== undefined || height !== undefined) && sized.has(type)) {
    return broken(
      "connectors, tables and stickies have a size of their own",
      `A ${type} cannot be resized`,
      "Leave width and height out.",
    );
  }
  return undefined;
}

function checkLayout({ layout }: Props, node: Facts | undefined): Broken | undefined {
  const mode = layout?.mode ?? node?.layout;
  if (layout?.wrap && mode !== undefined && mode !== "HORIZONTAL") {
    return broken("wrap only with HORIZONTAL", `The mode is ${mode}`, "Set mode HORIZONTAL.");
  }
  return undefined;
}

function checkPlacement(
  { layout, placement }: Props,
  node: Facts | undefined,
  parent: Facts | undefined,
): Broken | undefined {
  if (!placement) return undefined;
  const { horizontal, vertical, absolute, cell, minWidth, maxWidth, minHeight, maxHeight } = placement;
  const own = layout?.mode ?? node?.layout;
  const outer = parent?.type === undefined ? undefined : laidOut.has(parent.type) ? parent.layout : "NONE";
  const give = "Give the parent a layout with mode HORIZONTAL or VERTICAL first, or leave it out.";
  if ((horizontal === "FILL" || vertical === "FILL") && outer === "NONE") {
    return broken("FILL only inside auto layout", "The parent lays out nothing", give);
  }
  const hugs = horizontal === "HUG" || vertical === "HUG";
  const canHug =
    node?.type === undefined ||
    isAuto(own) ||
    (laidOut.has(node.type) && own === undefined) ||
    (node.type === "TEXT" && outer !== "NONE");
  if (hugs && !canHug) {
    return broken(
      "HUG only on auto layout frames, and on text inside them",
      "There is nothing to hug",
      "Give the frame a layout first, or use FIXED.",
    );
  }
  if (absolute && outer === "NONE")
    return broken("absolute only inside auto layout", "The parent lays out nothing", give);
  if (cell && outer !== undefined && outer !== "GRID")
    return broken("cells only in a GRID", "The parent is no grid", "Set the parent's layout mode GRID.");
  const bounded = [minWidth, maxWidth, minHeight, maxHeight].some((one) => one !== undefined && one !== null);
  if (bounded && outer === "NONE" && own === "NONE") {
    return broken(
      "least and greatest sizes only with auto layout",
      "Neither the node nor its parent has a layout",
      give,
    );
  }
  return undefined;
}

/** Whether each paint is one thing. */
export function checkPaints(paints: readonly PaintInput[]): Broken | undefined {
  for (const paint of paints) {
    if (typeof paint === "string") continue;
    const { color, variable, gradient, stops, image } = paint;
    const given = [variable ?? color, gradient, image].filter((one) => one !== undefined).length;
    if (given !== 1)
      return broken(
        "a paint is one thing",
        "A paint needs one of color, variable, gradient and image",
        'Write for example "#336699".',
      );
    if ((gradient === undefined) !== (stops === undefined)) {
      return broken(
        "a gradient has stops",
        "gradient and stops go together",
        'Give stops, for example [{"at":0,"color":"#ffffff"},{"at":1,"color":"#000000"}].',
      );
    }
  }
  return undefined;
}

function checkRanges({ text }: Props): Broken | undefined {
  const length = text?.characters?.length ?? Number.POSITIVE_INFINITY;
  for (const { start, end } of text?.ranges ?? []) {
    if (start < end && end <= length) continue;
    return broken(
      "ranges lie inside the text",
      `${start} to ${end}`,
      "Count characters from 0; end is the first one that is left out.",
    );
  }
  return undefined;
}
