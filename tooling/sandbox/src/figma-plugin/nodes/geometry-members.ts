import type { ConstraintMixin, LayoutMixin, Transform } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Entity } from "../file/entity.ts";
import type { NodeRecord } from "../file/node-record.ts";
import { absoluteMatrix, boundsUnder, boxOf, isGroup, type Matrix, relativeMatrix } from "../layout/boxes.ts";
import { resizeNode } from "../layout/resize-node.ts";
import { assertSizing } from "./assert-may-hold.ts";
import { frozen } from "./frozen.ts";
import { type Members, type Property, stored, told } from "./members.ts";
import { boolean, inAutoLayout, isAutoLayout, number, numberOrNull, oneOf } from "./rules.ts";
import type { Session } from "./session.ts";

type Sizing = LayoutMixin["layoutSizingHorizontal"];

export const geometry: Members<NodeRecord, LayoutMixin> = {
  x: position(),
  y: position(),
  width: told((node, session) => lengthOf(node, session, "width")),
  height: told((node, session) => lengthOf(node, session, "height")),
  rotation: stored<number>(0, number(-180, 180)),
  relativeTransform: {
    get: (node, session) => transform(session, node, relativeMatrix),
    set(node, [[a, c, x], [, , y]], session) {
      session.file.write(node, "rotation", (Math.atan2(c, a) * 180) / Math.PI);
      session.file.write(node, "x", x);
      session.file.write(node, "y", y);
    },
  },
  absoluteTransform: told((node, session) => transform(session, node, absoluteMatrix)),
  absoluteBoundingBox: told((node, session) => frozen(boundsUnder(absoluteMatrix(node), settled(node, session)))),
  absoluteRenderBounds: told((node, session) => frozen(boundsUnder(absoluteMatrix(node), settled(node, session)))),
  minWidth: stored<number | null>(null, numberOrNull(0), inAutoLayout),
  maxWidth: stored<number | null>(null, numberOrNull(0), inAutoLayout),
  minHeight: stored<number | null>(null, numberOrNull(0), inAutoLayout),
  maxHeight: stored<number | null>(null, numberOrNull(0), inAutoLayout),
  constrainProportions: stored<boolean>(false, boolean),
  layoutSizingHorizontal: sizing("layoutSizingHorizontal"),
  layoutSizingVertical: sizing("layoutSizingVertical"),
  layoutAlign: stored("INHERIT", oneOf("MIN", "CENTER", "MAX", "STRETCH", "INHERIT")) as Property<
    Entity,
    LayoutMixin["layoutAlign"]
  >,
  layoutGrow: stored<number>(0, number(0, 1)),
  layoutPositioning: stored<LayoutMixin["layoutPositioning"]>("AUTO", oneOf("AUTO", "ABSOLUTE"), (value, node) => {
    if (value !== "ABSOLUTE" || isAutoLayout((node as NodeRecord).parent)) return undefined;
    throw new Error("Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE");
  }),
  gridRowAnchorIndex: told((node) => (node.get("gridRowAnchorIndex") as number | undefined) ?? 0),
  gridColumnAnchorIndex: told((node) => (node.get("gridColumnAnchorIndex") as number | undefined) ?? 0),
  gridRowSpan: stored<number>(1, number(1)),
  gridColumnSpan: stored<number>(1, number(1)),
  setGridChildPosition(node, session, row, column) {
    if (node.parent?.get("layoutMode") !== "GRID") throw new Error("The parent's layoutMode is not GRID");
    if (row < 0 || row >= (node.parent.get("gridRowCount") as number)) throw new Error(`No row ${row} in the grid`);
    if (column < 0 || column >= (node.parent.get("gridColumnCount") as number)) {
      throw new Error(`No column ${column} in the grid`);
    }
    session.file.write(node, "gridRowAnchorIndex", row);
    session.file.write(node, "gridColumnAnchorIndex", column);
  },
  resize: (node, session, width, height) => resize(node, session, width, height, true),
  resizeWithoutConstraints: (node, session, width, height) => resize(node, session, width, height, false),
};

export const constraints: Members<Entity, ConstraintMixin> = {
  constraints: stored<ConstraintMixin["constraints"]>({ horizontal: "MIN", vertical: "MIN" }),
};

function transform({ file }: Session, node: NodeRecord, matrixOf: (node: NodeRecord) => Matrix): Transform {
  file.settle(node);
  return frozen(matrixOf(node)) as unknown as Transform;
}

const sizingKeys = { width: "layoutSizingHorizontal", height: "layoutSizingVertical" } as const;

/** Whether no layout that is pending can change a length: it is fixed, and its parent moves its children at most. */
function isSteady(node: NodeRecord, key: "width" | "height"): boolean {
  if (node.source || isGroup(node) || node.type === "TEXT" || sizingOf(node, sizingKeys[key]) !== "FIXED") return false;
  return node.parent?.type === "PAGE" || isAutoLayout(node.parent);
}

function lengthOf(node: NodeRecord, session: Session, key: "width" | "height"): number {
  if (!isSteady(node, key)) session.file.settle(node);
  return boxOf(node)[key];
}

function settled(node: NodeRecord, session: Session) {
  session.file.settle(node);
  return boxOf(node);
}

/** What auto layout places cannot be placed by hand: setting it has no effect, as in Figma. */
function position(): Property<NodeRecord, number> {
  const check = number();
  return {
    get: (node, session, key) => settled(node, session)[key as "x" | "y"],
    set(node, value, session, key) {
      check(value, node, session, key);
      if (isAutoLayout(node.parent) && node.get("layoutPositioning") !== "ABSOLUTE") return;
      if (node.insideInstance) throw new Error("This property cannot be overridden in an instance");
      if (isGroup(node)) shift(session, node, key as "x" | "y", value - settled(node, session)[key as "x" | "y"]);
      else session.file.write(node, key, value);
    },
  };
}

/** A group is where its children are: they are moved. */
function shift(session: Session, group: NodeRecord, key: "x" | "y", distance: number): void {
  for (const child of group.children) {
    if (isGroup(child)) shift(session, child, key, distance);
    else session.file.write(child, key, boxOf(child)[key] + distance);
  }
}

function sizing(key: "layoutSizingHorizontal" | "layoutSizingVertical"): Property<NodeRecord, Sizing> {
  const check = oneOf("FIXED", "HUG", "FILL");
  return {
    get: (node) => sizingOf(node, key),
    set(node, value, session) {
      check(value, node, session, key);
      assertSizing(node, value);
      if (node.type === "TEXT" && value === "HUG") {
        session.file.write(node, "textAutoResize", key.endsWith("Horizontal") ? "WIDTH_AND_HEIGHT" : "HEIGHT");
      }
      if (
        node.type === "TEXT" &&
        key.endsWith("Horizontal") &&
        value !== "HUG" &&
        autoResize(node) === "WIDTH_AND_HEIGHT"
      ) {
        session.file.write(node, "textAutoResize", "HEIGHT");
      }
      session.file.write(node, key, value);
    },
  };
}

function autoResize(node: NodeRecord): string {
  return (node.get("textAutoResize") as string | undefined) ?? "NONE";
}

/** How a node comes by its length on one axis; what was set for a parent that lays out nothing counts for nothing. */
export function sizingOf(node: NodeRecord, key: "layoutSizingHorizontal" | "layoutSizingVertical"): Sizing {
  const kept = node.get(key) as Sizing | undefined;
  if (kept === "FILL") return isAutoLayout(node.parent) ? "FILL" : "FIXED";
  if (node.type === "TEXT") {
    if (!isAutoLayout(node.parent)) return "FIXED";
    const auto = autoResize(node);
    if (auto === "WIDTH_AND_HEIGHT") return "HUG";
    return auto === "HEIGHT" && key === "layoutSizingVertical" ? "HUG" : "FIXED";
  }
  if (!isAutoLayout(node)) return "FIXED";
  return kept ?? "HUG";
}

function resize(node: NodeRecord, session: Session, width: number, height: number, constrained: boolean): void {
  const leastHeight = node.type === "LINE" ? 0 : 0.01;
  number(0.01)(width, node, session, "width");
  number(leastHeight)(height, node, session, "height");
  if (node.type === "LINE" && height !== 0) throw new Error("Line height must be exactly 0");
  if (node.insideInstance && node.type !== "TEXT" && isAutoLayout(node) === false) {
    throw new Error("Cannot resize a node inside of an instance");
  }
  const { file } = session;
  if (!isSteady(node, "width") || !isSteady(node, "height")) file.settle(node);
  const before = boxOf(node);
  if (width !== before.width) fix(node, session, "layoutSizingHorizontal");
  if (height !== before.height) fix(node, session, "layoutSizingVertical");
  if (node.type === "TEXT") {
    if (height !== before.height) file.write(node, "textAutoResize", "NONE");
    else if (width !== before.width && autoResize(node) === "WIDTH_AND_HEIGHT")
      file.write(node, "textAutoResize", "HEIGHT");
  }
  resizeNode(file, node, { width, height }, constrained);
}

/** A size that is given by hand is a fixed one from then on. */
function fix(node: NodeRecord, session: Session, key: "layoutSizingHorizontal" | "layoutSizingVertical"): void {
  if (node.type !== "TEXT" && sizingOf(node, key) !== "FIXED") session.file.write(node, key, "FIXED");
  else if (node.get(key) === "FILL") session.file.write(node, key, "FIXED");
}
