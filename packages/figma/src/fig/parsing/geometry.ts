import type { HasGeometryTrait, Path } from "@figma/rest-api-spec";
import { geometryBlobToSVGPath } from "openfig-core";
import type { KiwiNode } from "./kiwi.ts";
import type { Mapping } from "./mapping.ts";

/** The outlines of what is filled and of strokes, as SVG paths, where they are wanted. */
export function geometryOf(
  node: KiwiNode,
  { geometry, scene }: Mapping,
): Pick<HasGeometryTrait, "fillGeometry" | "strokeGeometry"> {
  if (!geometry) return {};
  const paths = (list: KiwiNode["fillGeometry"]): Path[] =>
    (list ?? []).flatMap(({ commandsBlob, windingRule }) => {
      const bytes = commandsBlob === undefined ? undefined : scene.blobs[commandsBlob]?.bytes;
      if (bytes === undefined) return [];
      return [{ path: geometryBlobToSVGPath(bytes), windingRule: windingRule === "ODD" ? "EVENODD" : "NONZERO" }];
    });
  return { fillGeometry: paths(node.fillGeometry), strokeGeometry: paths(node.strokeGeometry) };
}
