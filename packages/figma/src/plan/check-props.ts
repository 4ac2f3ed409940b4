import type { PlacementFields } from "../operations/props/layout.ts";
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

const give = "Give the parent a layout with mode HORIZONTAL or VERTICAL first, or leave it out.";

function checkPlacement(
  { layout, placement }: Props,
  node: Facts | undefined,
  parent: Facts | undefined,
): Broken | undefined {
  if (!placement) return undefined;
  const own = layout?.mode ?? node?.layout;
  // Of a parent that cannot lay out anything, it is known that it does not.
  const outer = parent?.type === undefined || laidOut.has(parent.type) ? parent?.layout : "NONE";
  const { horizontal, vertical } = placement;
  if ((horizontal === "FILL" || vertical === "FILL") && outer === "NONE") {
    return broken("FILL only inside auto layout", "The parent lays out nothing", give);
  }
  if ((horizontal === "HUG" || vertical === "HUG") && !canHug(node?.type, own, outer)) {
    return broken(
      "HUG only on auto layout frames, and on text inside them",
      "There is nothing to hug",
      "Give the frame a layout first, or use FIXED.",
    );
  }
  return checkBounds(placement, own, outer);
}

function canHug(type: string | undefined, own: string | undefined, outer: string | undefined): boolean {
  if (type === undefined || isAuto(own)) return true;
  return type === "TEXT" ? outer !== "NONE" : laidOut.has(type) && own === undefined;
}

function checkBounds(
  placement: PlacementFields,
  own: string | undefined,
  outer: string | undefined,
): Broken | undefined {
  const { absolute, cell, minWidth, maxWidth, minHeight, maxHeight } = placement;
  if (absolute && outer === "NONE")
    return broken("absolute only inside auto layout", "The parent lays out nothing", give);
  if (cell && outer !== undefined && outer !== "GRID") {
    return broken("cells only in a GRID", "The parent is no grid", "Set the parent's layout mode GRID.");
  }
  const bounded = [minWidth, maxWidth, minHeight, maxHeight].some((one) => typeof one === "number");
  if (!bounded || outer !== "NONE" || own !== "NONE") return undefined;
  return broken("least and greatest sizes only with auto layout", "Neither the node nor its parent has a layout", give);
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
