import type { BooleanOperationNode, EllipseNode, VectorNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import { pathBounds } from "../exporting/path-bounds.ts";
import type { Entity } from "../file/entity.ts";
import type { NodeRecord } from "../file/node-record.ts";
import { frozen } from "./frozen.ts";
import { type Members, stored } from "./members.ts";
import { oneOf } from "./rules.ts";

export const ellipse: Members<Entity, EllipseNode> = {
  arcData: stored<EllipseNode["arcData"]>({ startingAngle: 0, endingAngle: Math.PI * 2, innerRadius: 0 }),
};

/** Figma takes these commands alone, with blanks between all of them and their numbers. */
const plain = /^\s*(?:[MLQCZ]|-?\d+(?:\.\d+)?(?:e-?\d+)?|\s)+\s*$/;

export const vector: Members<NodeRecord, Pick<VectorNode, "vectorPaths" | "handleMirroring">> = {
  vectorPaths: {
    get: (node) => (node.get("vectorPaths") as VectorNode["vectorPaths"] | undefined) ?? [],
    set(node, value, session, key) {
      for (const { data, windingRule } of value) {
        oneOf("NONZERO", "EVENODD", "NONE")(windingRule, node, session, "windingRule");
        if (!plain.test(data) || !/^\s*M\s/.test(data))
          throw new Error(`Failed to convert path. Invalid command in ${data}`);
      }
      session.file.write(node, key, frozen(value));
      const { width, height } = pathBounds(value.map(({ data }) => data));
      session.file.write(node, "width", Math.max(width, 0.01));
      session.file.write(node, "height", Math.max(height, 0.01));
    },
  },
};

export const booleanOperation: Members<Entity, Pick<BooleanOperationNode, "booleanOperation">> = {
  booleanOperation: stored<BooleanOperationNode["booleanOperation"]>(
    "UNION",
    oneOf("UNION", "INTERSECT", "SUBTRACT", "EXCLUDE"),
  ),
};
