import type { NodeRecord } from "../file/node-record.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";
import { textSize } from "../text/text-metrics.ts";
import { numberOf } from "./boxes.ts";

/** Gives a text the size that its letters take, as far as it resizes by itself. */
export function sizeText(file: SimulatedFile, node: NodeRecord): void {
  const mode = node.get("textAutoResize") ?? "WIDTH_AND_HEIGHT";
  if (mode === "WIDTH_AND_HEIGHT") {
    const { width, height } = textSize(node);
    file.write(node, "width", width);
    file.write(node, "height", height);
  } else if (mode === "HEIGHT") {
    file.write(node, "height", textSize(node, numberOf(node, "width", 100)).height);
  }
}
