import type { Layer } from "../layer.ts";

const constraints = {
  LEFT: "MIN",
  TOP: "MIN",
  RIGHT: "MAX",
  BOTTOM: "MAX",
  CENTER: "CENTER",
  LEFT_RIGHT: "STRETCH",
  TOP_BOTTOM: "STRETCH",
  SCALE: "SCALE",
} as const;

/** What a layer says of its own place. */
export function figPlace(layer: Layer) {
  return {
    size: { x: layer.width, y: layer.height },
    transform: { m00: 1, m01: 0, m02: layer.x, m10: 0, m11: 1, m12: layer.y },
    ...(layer.constraints && {
      horizontalConstraint: constraints[layer.constraints[0]],
      verticalConstraint: constraints[layer.constraints[1]],
    }),
    ...(layer.fillsAlong ? { stackChildPrimaryGrow: 1 } : {}),
    ...(layer.fillsAcross ? { stackChildAlignSelf: "STRETCH" } : {}),
    ...(layer.absolute ? { stackPositioning: "ABSOLUTE" } : {}),
  };
}

/** Auto layout as files have it. */
export function figStack({ stack }: Layer) {
  if (stack === undefined) return {};
  const [top, right, bottom, left] = stack.padding ?? [0, 0, 0, 0];
  const [hugsAlong, hugsAcross] = stack.hugs ?? [true, true];
  return {
    stackMode: stack.direction,
    stackSpacing: stack.gap ?? 0,
    stackHorizontalPadding: left,
    stackVerticalPadding: top,
    stackPaddingRight: right,
    stackPaddingBottom: bottom,
    stackPrimarySizing: hugsAlong ? "RESIZE_TO_FIT" : "FIXED",
    stackCounterSizing: hugsAcross ? "RESIZE_TO_FIT_WITH_IMPLICIT_SIZE" : "FIXED",
    stackPrimaryAlignItems: stack.along === "SPACE_BETWEEN" ? "SPACE_EVENLY" : (stack.along ?? "MIN"),
    stackCounterAlignItems: stack.across ?? "MIN",
    ...(stack.wraps && { stackWrap: "WRAP", stackCounterSpacing: stack.wraps.gap }),
  };
}
