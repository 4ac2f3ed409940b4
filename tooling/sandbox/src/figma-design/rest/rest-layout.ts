import type { Layer } from "../layer.ts";

/** How a layer lies in what it lies in, and how it lays out what lies in it. */
export function restLayout(layer: Layer, parent: Layer | undefined) {
  return { ...placeIn(layer, parent), ...sizing(layer, parent), ...stackOf(layer) };
}

function placeIn(layer: Layer, parent: Layer | undefined) {
  if (parent?.stack === undefined) return {};
  return {
    layoutAlign: layer.fillsAcross ? "STRETCH" : "INHERIT",
    layoutGrow: layer.fillsAlong ? 1 : 0,
    ...(layer.absolute ? { layoutPositioning: "ABSOLUTE" } : {}),
  };
}

type Axis = "HORIZONTAL" | "VERTICAL";

function sizing(layer: Layer, parent: Layer | undefined) {
  if (layer.stack === undefined && parent?.stack === undefined) return {};
  const along = (axis: Axis) => (fillsAlong(axis, layer, parent) ? "FILL" : hugsAlong(axis, layer) ? "HUG" : "FIXED");
  return { layoutSizingHorizontal: along("HORIZONTAL"), layoutSizingVertical: along("VERTICAL") };
}

function fillsAlong(axis: Axis, layer: Layer, parent: Layer | undefined): boolean {
  if (layer.absolute === true || parent?.stack === undefined) return false;
  return (parent.stack.direction === axis ? layer.fillsAlong : layer.fillsAcross) === true;
}

function hugsAlong(axis: Axis, { stack, text }: Layer): boolean {
  if (stack === undefined)
    return text?.resizes === "WIDTH_AND_HEIGHT" || (text?.resizes === "HEIGHT" && axis === "VERTICAL");
  const [along, across] = stack.hugs ?? [true, true];
  return stack.direction === axis ? along : across;
}

function stackOf({ stack }: Layer) {
  if (stack === undefined) return {};
  const [top, right, bottom, left] = stack.padding ?? [0, 0, 0, 0];
  const [along, across] = stack.hugs ?? [true, true];
  const said = {
    primaryAxisSizingMode: along ? undefined : "FIXED",
    counterAxisSizingMode: across ? undefined : "FIXED",
    primaryAxisAlignItems: stack.along === "MIN" ? undefined : stack.along,
    counterAxisAlignItems: stack.across === "MIN" ? undefined : stack.across,
    paddingLeft: left || undefined,
    paddingRight: right || undefined,
    paddingTop: top || undefined,
    paddingBottom: bottom || undefined,
    itemSpacing: stack.gap || undefined,
    counterAxisSpacing: stack.wraps?.gap || undefined,
  };
  return {
    layoutMode: stack.direction,
    layoutWrap: stack.wraps === undefined ? "NO_WRAP" : "WRAP",
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
  };
}
