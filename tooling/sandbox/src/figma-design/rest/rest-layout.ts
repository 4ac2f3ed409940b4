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

function sizing(layer: Layer, parent: Layer | undefined) {
  if (layer.stack === undefined && parent?.stack === undefined) return {};
  const along = (axis: "HORIZONTAL" | "VERTICAL") => {
    const isAlong = parent?.stack?.direction === axis;
    if (layer.absolute !== true && parent?.stack && (isAlong ? layer.fillsAlong : layer.fillsAcross)) return "FILL";
    if (layer.stack !== undefined) {
      const [hugsAlong, hugsAcross] = layer.stack.hugs ?? [true, true];
      return (layer.stack.direction === axis ? hugsAlong : hugsAcross) ? "HUG" : "FIXED";
    }
    const { resizes } = layer.text ?? {};
    return resizes === "WIDTH_AND_HEIGHT" || (resizes === "HEIGHT" && axis === "VERTICAL") ? "HUG" : "FIXED";
  };
  return { layoutSizingHorizontal: along("HORIZONTAL"), layoutSizingVertical: along("VERTICAL") };
}

function stackOf({ stack }: Layer) {
  if (stack === undefined) return {};
  const [top, right, bottom, left] = stack.padding ?? [0, 0, 0, 0];
  const [hugsAlong, hugsAcross] = stack.hugs ?? [true, true];
  const said = {
    primaryAxisSizingMode: hugsAlong ? undefined : "FIXED",
    counterAxisSizingMode: hugsAcross ? undefined : "FIXED",
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
