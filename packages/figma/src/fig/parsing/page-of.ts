import type { CanvasNode, FlowStartingPoint } from "@figma/rest-api-spec";
import { byPosition } from "./by-position.ts";
import { colorOf } from "./colors.ts";
import { finite } from "./finite.ts";
import { referredGuid } from "./guid-text.ts";
import type { KiwiNode } from "./kiwi.ts";
import { exportSettingsOf, layerOf } from "./layer.ts";
import type { Mapping, Place } from "./mapping.ts";
import { identity } from "./matrix.ts";
import { childrenOf } from "./node-of.ts";
import { idOf } from "./scene.ts";
import { told } from "./told.ts";
import { sameWord } from "./translate.ts";

/** What Figma shows behind pages that say nothing. */
const usualBackground = { r: 0.9607843160629272, g: 0.9607843160629272, b: 0.9607843160629272, a: 1 };

/** A page with all that is on it. */
export function pageOf(page: KiwiNode, mapping: Mapping): CanvasNode {
  const modes = mapping.variables.modesOf(page, new Map());
  const place: Place = { parent: page, toPage: identity, modes, depth: 0, instance: undefined };
  return {
    ...layerOf(page, idOf(page), mapping),
    ...exportSettingsOf(page),
    type: "CANVAS",
    backgroundColor: page.backgroundColor === undefined ? usualBackground : colorOf(page.backgroundColor),
    prototypeStartNodeID: referredGuid(page.prototypeStartNodeID) ?? null,
    flowStartingPoints: flowsIn(page, mapping),
    prototypeDevice: deviceOf(page),
    ...told({ prototypeBackgrounds: page.prototypeBackgroundColor && [colorOf(page.prototypeBackgroundColor)] }),
    children: childrenOf(page, place, mapping),
  };
}

/** Flows begin at frames that lie on the page itself, or in its sections. */
function flowsIn(page: KiwiNode, { scene }: Mapping): FlowStartingPoint[] {
  const top = scene.childrenOf(idOf(page));
  const frames = top.flatMap((node) => (node.type === "SECTION" ? [...scene.childrenOf(idOf(node))] : [node]));
  return frames
    .filter(({ prototypeStartingPoint }) => prototypeStartingPoint?.name !== undefined)
    .sort(byPosition(({ prototypeStartingPoint }) => prototypeStartingPoint?.position))
    .map((node) => ({ nodeId: idOf(node), name: node.prototypeStartingPoint?.name ?? "" }));
}

function deviceOf({ prototypeDevice: device }: KiwiNode): CanvasNode["prototypeDevice"] {
  const size = device?.size && { width: finite(device.size.x, 0), height: finite(device.size.y, 0) };
  return {
    type: sameWord(["PRESET", "CUSTOM", "PRESENTATION"], device?.type) ?? "NONE",
    rotation: sameWord(["CCW_90"], device?.rotation) ?? "NONE",
    ...told({ size, presetIdentifier: device?.presetIdentifier || undefined }),
  };
}
