import type { CornerMixin, RectangleCornerMixin } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { type Members, type Property, stored } from "./members.ts";
import { number } from "./rules.ts";

export const cornerKeys = ["topLeftRadius", "topRightRadius", "bottomRightRadius", "bottomLeftRadius"] as const;

/** One radius for all corners, for shapes that have no corners of their own to name. */
export const corner: Members<NodeRecord, CornerMixin> = {
  cornerRadius: stored<number>(0, number(0)) as Property<NodeRecord, CornerMixin["cornerRadius"]>,
  cornerSmoothing: stored<number>(0, number(0, 1)),
};

export const corners: Members<NodeRecord, CornerMixin & RectangleCornerMixin> = {
  cornerRadius: {
    get: (node, session) => {
      const [first = 0, ...others] = cornerKeys.map((key) => (node.get(key) as number | undefined) ?? 0);
      return others.every((one) => one === first) ? first : (session.mixed as CornerMixin["cornerRadius"]);
    },
    set(node, value, session, key) {
      number(0)(value, node, session, key);
      for (const each of cornerKeys) session.file.write(node, each, value);
    },
  },
  cornerSmoothing: stored<number>(0, number(0, 1)),
  topLeftRadius: stored<number>(0, number(0)),
  topRightRadius: stored<number>(0, number(0)),
  bottomLeftRadius: stored<number>(0, number(0)),
  bottomRightRadius: stored<number>(0, number(0)),
};
