import type { CornerTrait } from "@figma/rest-api-spec";
import { finite } from "./finite.ts";
import type { KiwiNode } from "./kiwi.ts";
import { told, unless } from "./told.ts";

export function cornersOf(node: KiwiNode): CornerTrait {
  const smoothing = told({ cornerSmoothing: unless(0, finite(node.cornerSmoothing, 0)) });
  const uniform = finite(node.cornerRadius, 0);
  const radii = [
    node.rectangleTopLeftCornerRadius,
    node.rectangleTopRightCornerRadius,
    node.rectangleBottomRightCornerRadius,
    node.rectangleBottomLeftCornerRadius,
  ].map((radius) => finite(radius, node.rectangleCornerRadiiIndependent === true ? 0 : uniform));
  const [first = 0] = radii;
  if (radii.some((radius) => radius !== first)) return { rectangleCornerRadii: radii, ...smoothing };
  return { ...told({ cornerRadius: unless(0, first) }), ...smoothing };
}
