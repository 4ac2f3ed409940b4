import type { NodeRecord } from "../file/node-record.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";
import { textSize } from "../text/text-metrics.ts";
import { numberOf } from "./boxes.ts";
import { derive } from "./derive.ts";

/** Gives a text the size that its letters take, as far as it resizes by itself. */
export function sizeText(file: SimulatedFile, node: NodeRecord): void {
  const mode = node.get("textAutoResize") ?? "WIDTH_AND_HEIGHT";
  if (mode === "WIDTH_AND_HEIGHT") {
    const { width, height } = textSize(node);
    derive(file, node, "width", width);
    derive(file, node, "height", height);
  } else if (mode === "HEIGHT") {
    derive(file, node, "height", textSize(node, numberOf(node, "width", 100)).height);
  }
}
