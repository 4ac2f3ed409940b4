import type { Layer } from "../outline/layer.ts";
import { lowerWords } from "./lower-words.ts";
import { numberText } from "./number-text.ts";

/** How a layer as a whole looks beside its paints: corners, opacity, blend mode, mask, turn, arc. */
export function lookText(layer: Layer): string {
  const { opacity, blendMode, rotation, isMask, maskType } = layer;
  let text = cornersText(layer);
  if (opacity !== undefined && opacity !== 1) text += ` opacity:${numberText(opacity)}`;
  if (blendMode !== undefined && blendMode !== "PASS_THROUGH" && blendMode !== "NORMAL") {
    text += ` blend:${lowerWords(blendMode)}`;
  }
  if (isMask || layer.isMaskOutline) {
    text += maskType === undefined || maskType === "ALPHA" ? " mask" : ` mask:${lowerWords(maskType)}`;
  }
  // The API counts radians against the clock, CSS degrees with it.
  if (rotation) text += ` rotate:${numberText((-rotation * 180) / Math.PI)}deg`;
  return text + arcText(layer);
}

function cornersText({ cornerRadius, rectangleCornerRadii, cornerSmoothing }: Layer): string {
  const smooth = cornerSmoothing ? ` smooth:${numberText(cornerSmoothing)}` : "";
  if (Array.isArray(rectangleCornerRadii)) {
    const radii = rectangleCornerRadii.map(numberText);
    if (new Set(radii).size > 1) return ` r:${radii.join(",")}${smooth}`;
    return radii[0] === undefined || radii[0] === "0" ? "" : ` r:${radii[0]}${smooth}`;
  }
  return cornerRadius ? ` r:${numberText(cornerRadius)}${smooth}` : "";
}

/** Part of an ellipse, in degrees clockwise from the right, and how much of it is hollow. */
function arcText({ arcData }: Layer): string {
  if (!arcData) return "";
  const { startingAngle = 0, endingAngle = 0, innerRadius = 0 } = arcData;
  const degrees = (radians: number) => numberText((radians * 180) / Math.PI);
  const isWhole = Math.abs(Math.abs(endingAngle - startingAngle) - 2 * Math.PI) < 0.001;
  const arc = isWhole ? "" : ` arc:${degrees(startingAngle)},${degrees(endingAngle)}`;
  return innerRadius ? `${arc} inner:${numberText(innerRadius)}` : arc;
}
