import { expect, it } from "vitest";
import { FlatLayers } from "./flat-layers.ts";
import { imageFolds } from "./image-folds.ts";
import type { Layer } from "./layer.ts";

const layer = (type: string, children?: readonly Layer[], more: Partial<Layer> = {}): Layer => ({
  ...{ id: type, name: type, type },
  ...(children === undefined ? {} : { children }),
  ...more,
});

/** The types of what is told as one image on a page with these layers. */
function folded(...layers: readonly Layer[]): string[] {
  const flat = FlatLayers.of([layer("CANVAS", layers)]);
  const folds = imageFolds(flat);
  return flat.layers.filter((_, index) => folds[index] === 1).map(({ type }) => type);
}

it("tells an icon as one image, whatever it is grouped by", () => {
  const icon = [layer("GROUP", [layer("VECTOR"), layer("ELLIPSE")]), layer("BOOLEAN_OPERATION", [layer("RECTANGLE")])];
  expect(folded(layer("INSTANCE", icon))).toEqual(["INSTANCE"]);
  expect(folded(layer("FRAME", icon))).toEqual(["FRAME"]);
});

it("tells what has text, pictures, layout or components layer by layer", () => {
  const picture = layer("RECTANGLE", undefined, { fills: [{ type: "IMAGE" } as never] });
  const icon = layer("INSTANCE", [layer("VECTOR")]);
  expect(folded(layer("FRAME", [layer("VECTOR"), layer("TEXT")]))).toEqual([]);
  expect(folded(layer("FRAME", [layer("VECTOR"), picture]))).toEqual([]);
  expect(folded(layer("FRAME", [icon, icon]))).toEqual(["INSTANCE"]);
  expect(folded(layer("FRAME", [layer("VECTOR"), layer("VECTOR")], { layoutMode: "HORIZONTAL" }))).toEqual([]);
});

it("takes rectangles and ellipses alone for layout", () => {
  expect(folded(layer("FRAME", [layer("RECTANGLE"), layer("ELLIPSE")]))).toEqual([]);
  expect(folded(layer("FRAME", [layer("VECTOR"), layer("RECTANGLE"), layer("RECTANGLE")]))).toEqual([]);
});

it("shows what is inside a drawing that was asked for", () => {
  const flat = FlatLayers.of([layer("INSTANCE", [layer("VECTOR")])]);
  expect([...imageFolds(flat)]).toEqual([0, 0]);
});
