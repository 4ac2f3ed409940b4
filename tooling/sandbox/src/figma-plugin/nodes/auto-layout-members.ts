import type { AutoLayoutMixin, BaseFrameMixin, GridLayoutMixin } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { sizingOf } from "./geometry-members.ts";
import { type Members, type Property, stored } from "./members.ts";
import { boolean, number, numberOrNull, oneOf } from "./rules.ts";

type Frame = AutoLayoutMixin & GridLayoutMixin & Pick<BaseFrameMixin, "clipsContent" | "layoutGrids">;

export const autoLayout: Members<NodeRecord, Frame> = {
  layoutMode: {
    get: (node) => (node.get("layoutMode") as AutoLayoutMixin["layoutMode"] | undefined) ?? "NONE",
    set(node, value, session, key) {
      oneOf("NONE", "HORIZONTAL", "VERTICAL", "GRID")(value, node, session, key);
      session.file.settle(node);
      session.file.write(node, key, value);
      if (value === "GRID")
        for (const each of ["gridRowCount", "gridColumnCount"]) {
          if (node.get(each) === undefined) session.file.write(node, each, 2);
        }
    },
  },
  layoutWrap: stored<"NO_WRAP" | "WRAP">("NO_WRAP", oneOf("NO_WRAP", "WRAP"), (value, node) => {
    if (value !== "WRAP" || node.get("layoutMode") === "HORIZONTAL") return undefined;
    throw new Error("Can only set layoutWrap = WRAP on nodes with layoutMode = HORIZONTAL");
  }),
  paddingLeft: stored<number>(0, number(0)),
  paddingRight: stored<number>(0, number(0)),
  paddingTop: stored<number>(0, number(0)),
  paddingBottom: stored<number>(0, number(0)),
  primaryAxisSizingMode: sizingMode(true),
  counterAxisSizingMode: sizingMode(false),
  primaryAxisAlignItems: stored<Frame["primaryAxisAlignItems"]>(
    "MIN",
    oneOf("MIN", "MAX", "CENTER", "SPACE_BETWEEN", "SPACE_EVENLY", "SPACE_AROUND"),
  ),
  counterAxisAlignItems: stored<Frame["counterAxisAlignItems"]>("MIN", oneOf("MIN", "MAX", "CENTER", "BASELINE")),
  counterAxisAlignContent: stored<Frame["counterAxisAlignContent"]>("AUTO", oneOf("AUTO", "SPACE_BETWEEN")),
  itemSpacing: stored<number>(0, number()),
  counterAxisSpacing: stored<number | null>(0, numberOrNull(0)),
  itemReverseZIndex: stored<boolean>(false, boolean),
  strokesIncludedInLayout: stored<boolean>(false, boolean),
  gridRowCount: stored<number>(0, number(1)),
  gridColumnCount: stored<number>(0, number(1)),
  gridRowGap: stored<number>(0, number(0)),
  gridColumnGap: stored<number>(0, number(0)),
  clipsContent: stored<boolean>(false, boolean),
  layoutGrids: stored<Frame["layoutGrids"]>([]),
};

/** The older words for what `layoutSizingHorizontal` and `-Vertical` say. */
function sizingMode(primary: boolean): Property<NodeRecord, "FIXED" | "AUTO"> {
  const axis = (node: NodeRecord) =>
    (node.get("layoutMode") === "VERTICAL") === primary ? "layoutSizingVertical" : "layoutSizingHorizontal";
  return {
    get: (node) => (sizingOf(node, axis(node)) === "HUG" ? "AUTO" : "FIXED"),
    set(node, value, session, key) {
      oneOf("FIXED", "AUTO")(value, node, session, key);
      session.file.write(node, axis(node), value === "AUTO" ? "HUG" : "FIXED");
    },
  };
}
