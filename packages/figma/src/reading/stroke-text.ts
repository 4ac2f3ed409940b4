import type { Layer } from "../outline/layer.ts";
import { lowerWords } from "./lower-words.ts";
import { numberText } from "./number-text.ts";

/** A stroke as CSS's border has it: width (top, right, bottom, left where they differ) and paint, then where it lies and how it is drawn. */
export function strokeText(layer: Layer, paint: string): string {
  const { strokeAlign, strokeDashes, strokeCap, strokeJoin } = layer;
  let text = ` stroke:${widthText(layer)} ${paint}`;
  if (strokeAlign === "OUTSIDE" || strokeAlign === "CENTER") text += ` ${strokeAlign.toLowerCase()}`;
  if (Array.isArray(strokeDashes) && strokeDashes.length > 0) text += ` dash:${strokeDashes.map(numberText).join(",")}`;
  if (strokeCap !== undefined && strokeCap !== "NONE") text += ` cap:${lowerWords(strokeCap)}`;
  if (strokeJoin !== undefined && strokeJoin !== "MITER") text += ` join:${lowerWords(strokeJoin)}`;
  return text;
}

function widthText({ individualStrokeWeights, strokeWeight = 1 }: Layer): string {
  if (!individualStrokeWeights) return numberText(strokeWeight);
  const { top = 0, right = 0, bottom = 0, left = 0 } = individualStrokeWeights;
  return [top, right, bottom, left].map(numberText).join(",");
}
