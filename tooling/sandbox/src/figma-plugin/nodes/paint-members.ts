import type {
  BlendMixin,
  Effect,
  GeometryMixin,
  IndividualStrokesMixin,
  Paint,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { assertStyle } from "../styles/assert-style.ts";
import { effectsOf, paintsOf } from "../styles/worn.ts";
import { assertPaints } from "./assert-paints.ts";
import { frozen } from "./frozen.ts";
import { type Members, type Property, stored } from "./members.ts";
import { boolean, number, oneOf } from "./rules.ts";
import type { Session } from "./session.ts";

export const blendModes = [
  "PASS_THROUGH",
  "NORMAL",
  "DARKEN",
  "MULTIPLY",
  "LINEAR_BURN",
  "COLOR_BURN",
  "LIGHTEN",
  "SCREEN",
  "LINEAR_DODGE",
  "COLOR_DODGE",
  "OVERLAY",
  "SOFT_LIGHT",
  "HARD_LIGHT",
  "DIFFERENCE",
  "EXCLUSION",
  "HUE",
  "SATURATION",
  "COLOR",
  "LUMINOSITY",
];

export function setPaints(node: NodeRecord, session: Session, key: "fills" | "strokes", paints: readonly Paint[]) {
  assertPaints(paints, node, session, key);
  session.file.write(node, key === "fills" ? "fillStyleId" : "strokeStyleId", "");
  session.file.write(node, key, frozen(paints));
}

function styleId(
  field: "fillStyleId" | "strokeStyleId" | "effectStyleId" | "gridStyleId",
): Property<NodeRecord, string> {
  return {
    get: (node) => (node.get(field) as string | undefined) ?? "",
    set() {
      throw new Error(
        `Cannot call with documentAccess: dynamic-page. Use node.set${field[0]?.toUpperCase()}${field.slice(1)}Async instead.`,
      );
    },
  };
}

/** Gives a node a style, or none where the id is empty. */
async function wear(node: NodeRecord, session: Session, field: string, id: string, type: string): Promise<void> {
  assertStyle(session.file, id, type);
  session.file.write(node, field, id);
}

export const fills: Members<NodeRecord, Pick<GeometryMixin, "fills" | "fillStyleId" | "setFillStyleIdAsync">> = {
  fills: {
    get: (node, session) => paintsOf(session.file, node, "fills"),
    set: (node, value, session) => setPaints(node, session, "fills", value as readonly Paint[]),
  },
  fillStyleId: styleId("fillStyleId"),
  setFillStyleIdAsync: (node, session, id) => wear(node, session, "fillStyleId", id, "PAINT"),
};

export const strokes: Members<NodeRecord, GeometryMixin> = {
  strokes: {
    get: (node, session) => paintsOf(session.file, node, "strokes"),
    set: (node, value, session) => setPaints(node, session, "strokes", value),
  },
  strokeStyleId: styleId("strokeStyleId"),
  setStrokeStyleIdAsync: (node, session, id) => wear(node, session, "strokeStyleId", id, "PAINT"),
  strokeAlign: stored<GeometryMixin["strokeAlign"]>("INSIDE", oneOf("CENTER", "INSIDE", "OUTSIDE")),
  strokeJoin: stored<GeometryMixin["strokeJoin"]>("MITER", oneOf("MITER", "BEVEL", "ROUND")),
  strokeCap: stored<GeometryMixin["strokeCap"]>(
    "NONE",
    oneOf(
      "NONE",
      "ROUND",
      "SQUARE",
      "ARROW_LINES",
      "ARROW_EQUILATERAL",
      "DIAMOND_FILLED",
      "TRIANGLE_FILLED",
      "CIRCLE_FILLED",
    ),
  ),
  strokeMiterLimit: stored<number>(4, number(0)),
  dashPattern: stored<readonly number[]>([]),
  strokeWeight: {
    get: (node, session) => {
      const sides = sideKeys.map((key) => node.get(key)).filter((value) => value !== undefined);
      const all = (node.get("strokeWeight") as number | undefined) ?? 1;
      return sides.some((value) => value !== all) ? (session.mixed as GeometryMixin["strokeWeight"]) : all;
    },
    set(node, value, session, key) {
      number(0)(value, node, session, key);
      session.file.write(node, key, value);
      for (const side of sideKeys) if (node.get(side) !== undefined) session.file.write(node, side, value);
    },
  },
};

const sideKeys = ["strokeTopWeight", "strokeRightWeight", "strokeBottomWeight", "strokeLeftWeight"] as const;

function side(): Property<NodeRecord, number> {
  return {
    get: (node, _, key) =>
      (node.get(key) as number | undefined) ?? (node.get("strokeWeight") as number | undefined) ?? 1,
    set(node, value, session, key) {
      number(0)(value, node, session, key);
      session.file.write(node, key, value);
    },
  };
}

export const sides: Members<NodeRecord, IndividualStrokesMixin> = {
  strokeTopWeight: side(),
  strokeRightWeight: side(),
  strokeBottomWeight: side(),
  strokeLeftWeight: side(),
};

export const minimalBlend: Members<NodeRecord, Pick<BlendMixin, "opacity" | "blendMode">> = {
  opacity: stored<number>(1, number(0, 1)),
  blendMode: stored<BlendMixin["blendMode"]>("PASS_THROUGH", oneOf(...blendModes)),
};

export const blend: Members<NodeRecord, BlendMixin> = {
  ...minimalBlend,
  isMask: stored<boolean>(false, boolean),
  maskType: stored<BlendMixin["maskType"]>("ALPHA", oneOf("ALPHA", "VECTOR", "LUMINANCE")),
  effects: {
    get: (node, session) => effectsOf(session.file, node),
    set(node, value, session) {
      for (const effect of value) assertEffect(effect);
      session.file.write(node, "effectStyleId", "");
      session.file.write(node, "effects", frozen(value));
    },
  },
  effectStyleId: styleId("effectStyleId"),
  setEffectStyleIdAsync: (node, session, id) => wear(node, session, "effectStyleId", id, "EFFECT"),
};

export const gridStyle: Members<NodeRecord, { gridStyleId: string; setGridStyleIdAsync(id: string): Promise<void> }> = {
  gridStyleId: styleId("gridStyleId"),
  setGridStyleIdAsync: (node, session, id) => wear(node, session, "gridStyleId", id, "GRID"),
};

const effectTypes = ["DROP_SHADOW", "INNER_SHADOW", "LAYER_BLUR", "BACKGROUND_BLUR", "NOISE", "TEXTURE", "GLASS"];

/** @throws where an effect lacks what its type needs */
export function assertEffect(effect: Effect): void {
  if (!effectTypes.includes(effect.type)) throw new Error(`Invalid discriminator value "${effect.type}" of an effect`);
  if ("radius" in effect && !(effect.radius >= 0)) throw new Error("An effect's radius must be at least 0");
  if (effect.type !== "DROP_SHADOW" && effect.type !== "INNER_SHADOW") return;
  if (!effect.color || !effect.offset || effect.visible === undefined || !effect.blendMode) {
    throw new Error("A shadow needs color, offset, radius, visible and blendMode");
  }
}
