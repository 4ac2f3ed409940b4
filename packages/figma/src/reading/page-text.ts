import type { Layer } from "../outline/layer.ts";
import { colorText } from "./color-text.ts";
import { numberText } from "./number-text.ts";
import { quoted } from "./quoted.ts";

/** What pages have alone: their background, where flows of the prototype begin, and the device it is for. */
export function pageText(layer: Layer): string {
  if (layer.type !== "CANVAS") return "";
  const { backgroundColor, flowStartingPoints, prototypeDevice } = layer;
  let text = backgroundColor ? ` bg:${colorText(backgroundColor)}` : "";
  if (Array.isArray(flowStartingPoints) && flowStartingPoints.length > 0) {
    text += ` flows:[${flowStartingPoints.map(({ name, nodeId }) => `${quoted(String(name))} ${nodeId}`).join("; ")}]`;
  }
  if (prototypeDevice && prototypeDevice.type !== "NONE") {
    const { presetIdentifier, size } = prototypeDevice;
    const measures = size ? ` ${numberText(size.width)}x${numberText(size.height)}` : "";
    text += ` device:${presetIdentifier === undefined ? "custom" : quoted(presetIdentifier)}${measures}`;
  }
  return text;
}
