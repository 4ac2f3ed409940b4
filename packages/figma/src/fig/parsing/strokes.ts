import type { HasGeometryTrait, IndividualStrokesTrait } from "@figma/rest-api-spec";
import { finite } from "./finite.ts";
import type { KiwiNode } from "./kiwi.ts";
import type { Mapping } from "./mapping.ts";
import { paintsOf } from "./paints.ts";
import { told, unless } from "./told.ts";
import { sameWord, translate } from "./translate.ts";
import type { Modes } from "./variable-table.ts";

type Cap = NonNullable<HasGeometryTrait["strokeCap"]>;

const caps: Readonly<Record<string, Cap>> = {
  ROUND: "ROUND",
  SQUARE: "SQUARE",
  ARROW_LINES: "LINE_ARROW",
  ARROW_EQUILATERAL: "TRIANGLE_ARROW",
  DIAMOND_FILLED: "DIAMOND_FILLED",
  CIRCLE_FILLED: "CIRCLE_FILLED",
  TRIANGLE_FILLED: "TRIANGLE_FILLED",
  WASHI_TAPE_1: "WASHI_TAPE_1",
  WASHI_TAPE_2: "WASHI_TAPE_2",
  WASHI_TAPE_3: "WASHI_TAPE_3",
  WASHI_TAPE_4: "WASHI_TAPE_4",
  WASHI_TAPE_5: "WASHI_TAPE_5",
  WASHI_TAPE_6: "WASHI_TAPE_6",
};

/** The ratio at which Figma cuts a corner where nothing else is said. */
const usualMiter = 4;

export function strokesOf(node: KiwiNode, mapping: Mapping, modes: Modes): HasGeometryTraitStrokes {
  return {
    strokes: paintsOf(node.strokePaints, mapping, modes),
    strokeWeight: finite(node.strokeWeight, 0),
    strokeAlign: sameWord(["INSIDE", "OUTSIDE", "CENTER"], node.strokeAlign) ?? "CENTER",
    ...told({
      strokeCap: translate(caps, node.strokeCap),
      strokeJoin: sameWord(["BEVEL", "ROUND"], node.strokeJoin),
      strokeDashes: node.dashPattern?.length ? node.dashPattern.map((length) => finite(length, 0)) : undefined,
      strokeMiterAngle: unless(usualMiter, node.miterLimit) && miterAngle(finite(node.miterLimit, usualMiter)),
    }),
    ...sidesOf(node),
  };
}

type HasGeometryTraitStrokes = Pick<
  HasGeometryTrait,
  "strokes" | "strokeWeight" | "strokeAlign" | "strokeCap" | "strokeJoin" | "strokeDashes" | "strokeMiterAngle"
> &
  IndividualStrokesTrait;

/** The cap of a connector's end, which has some of them alone. */
export function endCapOf(word: string | undefined) {
  const cap = translate(caps, word);
  return (
    sameWord(["LINE_ARROW", "TRIANGLE_ARROW", "DIAMOND_FILLED", "CIRCLE_FILLED", "TRIANGLE_FILLED"], cap) ?? "NONE"
  );
}

function sidesOf(node: KiwiNode): IndividualStrokesTrait {
  if (node.borderStrokeWeightsIndependent !== true) return {};
  return {
    individualStrokeWeights: {
      top: finite(node.borderTopWeight, 0),
      right: finite(node.borderRightWeight, 0),
      bottom: finite(node.borderBottomWeight, 0),
      left: finite(node.borderLeftWeight, 0),
    },
  };
}

/** In degrees: the sharpest corner whose point is at most so many times longer than the stroke is wide. */
function miterAngle(limit: number): number {
  return limit < 1 ? 180 : (2 * Math.asin(1 / limit) * 180) / Math.PI;
}
