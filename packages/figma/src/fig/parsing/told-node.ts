import type { SubcanvasNode } from "@figma/rest-api-spec";
import { assemble } from "./assemble.ts";
import { propertyDefinitionsOf } from "./component-properties.ts";
import { cornersOf } from "./corners.ts";
import { effectsOf } from "./effects.ts";
import { cellsOf, connectorOf, shapeOf, withGeneratedPaints, writtenOn } from "./figjam.ts";
import { finite } from "./finite.ts";
import { framePropertiesOf } from "./frame-properties.ts";
import { geometryOf } from "./geometry.ts";
import { interactionsOf } from "./interactions.ts";
import type { KiwiNode } from "./kiwi.ts";
import { blendOf, exportSettingsOf, layerOf, maskOf } from "./layer.ts";
import { layoutOf } from "./layout.ts";
import type { Mapping } from "./mapping.ts";
import type { Matrix } from "./matrix.ts";
import type { OpenInstance } from "./open-instance.ts";
import { paintsOf } from "./paints.ts";
import { strokesOf } from "./strokes.ts";
import { styleReferencesOf } from "./style-references.ts";
import { textOf } from "./text.ts";
import { translate } from "./translate.ts";
import type { Modes } from "./variable-table.ts";

const operations = { UNION: "UNION", INTERSECT: "INTERSECT", SUBTRACT: "SUBTRACT", XOR: "EXCLUDE" } as const;
const statuses = { BUILD: "READY_FOR_DEV", COMPLETED: "COMPLETED" } as const;

/** A layer that is found and placed, to be told in REST's words. */
export interface FoundNode {
  readonly type: SubcanvasNode["type"];
  readonly id: string;
  readonly node: KiwiNode;
  readonly parent: KiwiNode | undefined;
  readonly toPage: Matrix;
  readonly modes: Modes;
  /** Undefined for what is none. */
  readonly instance: OpenInstance | undefined;
  readonly mapping: Mapping;
  readonly children: () => SubcanvasNode[];
}

export function toldNode(found: FoundNode): SubcanvasNode | undefined {
  const { type, id, node, toPage, modes, instance, mapping, children } = found;
  switch (type) {
    case "FRAME":
    case "GROUP":
    case "TRANSFORM_GROUP":
      return assemble(...frameOf(found), { type, children: children() });
    case "COMPONENT_SET":
    case "COMPONENT": {
      const owns = mapping.scene.ownerOf(node) === node;
      const definitions = owns ? propertyDefinitionsOf(node, mapping) : {};
      return assemble(...frameOf(found), definitions, { type, children: children() });
    }
    case "INSTANCE":
      return instance && assemble(...frameOf(found), instance.told, { type, children: children() });
    case "BOOLEAN_OPERATION": {
      const operation = translate<(typeof operations)[keyof typeof operations]>(operations, node.booleanOperation);
      return assemble(...shape(found), { type, booleanOperation: operation ?? "UNION", children: children() });
    }
    case "SECTION": {
      const sectionContentsHidden = node.sectionContentsHidden ?? false;
      return assemble(...shape(found), devStatusOf(node), { type, sectionContentsHidden, children: children() });
    }
    case "TEXT":
    case "TEXT_PATH":
      return assemble(...shape(found), textOf(node, mapping, modes), { type });
    case "ELLIPSE":
      return assemble(...shape(found), { type, arcData: arcOf(node) });
    case "RECTANGLE":
    case "VECTOR":
    case "STAR":
    case "REGULAR_POLYGON":
      return assemble(...shape(found), cornersOf(node), { type });
    case "LINE":
    case "WASHI_TAPE":
      return assemble(...shape(found), { type });
    case "STICKY":
      return assemble(...shape(generated(found)), { type, characters: writtenOn(node) });
    case "SHAPE_WITH_TEXT": {
      const drawn = { type, shapeType: shapeOf(node), characters: writtenOn(node) };
      return assemble(...shape(generated(found)), cornersOf(node), drawn);
    }
    case "CONNECTOR":
      return assemble(...line(found), connectorOf(node), { type, characters: writtenOn(node) });
    case "TABLE":
      return assemble(...line(found), { type, children: cellsOf(node, id, toPage, mapping, modes) });
    case "WIDGET":
      return assemble(layerOf(node, id, mapping), exportSettingsOf(node), { type, children: children() });
    case "EMBED":
    case "LINK_UNFURL":
      return assemble(layerOf(node, id, mapping), exportSettingsOf(node), { type });
    default:
      return assemble(layerOf(node, id, mapping), { type: "SLICE" as const });
  }
}

/** What all have that is drawn, but what fills it. */
function line({ node, id, parent, toPage, modes, mapping }: FoundNode) {
  return [
    layerOf(node, id, mapping),
    layoutOf(node, parent, toPage, mapping),
    blendOf(node),
    { effects: effectsOf(node.effects, mapping, modes) },
    exportSettingsOf(node),
    styleReferencesOf(node, mapping.scene),
    strokesOf(node, mapping, modes),
    geometryOf(node, mapping),
    maskOf(node),
    interactionsOf(node, mapping),
  ] as const;
}

function shape(found: FoundNode) {
  const fills = paintsOf(found.node.fillPaints, found.mapping, found.modes);
  return [...line(found), { fills }] as const;
}

function frameOf(found: FoundNode) {
  const { node, mapping } = found;
  const parts = shape(found);
  const { fills } = parts[parts.length - 1] as { fills: ReturnType<typeof paintsOf> };
  return [...parts, cornersOf(node), framePropertiesOf(node, fills, mapping), devStatusOf(node)] as const;
}

function generated(found: FoundNode): FoundNode {
  return { ...found, node: withGeneratedPaints(found.node) };
}

function arcOf({ arcData }: KiwiNode) {
  return {
    startingAngle: finite(arcData?.startingAngle, 0),
    endingAngle: finite(arcData?.endingAngle, 2 * Math.PI),
    innerRadius: finite(arcData?.innerRadius, 0),
  };
}

function devStatusOf({ sectionStatusInfo }: KiwiNode) {
  const type = translate<(typeof statuses)[keyof typeof statuses]>(statuses, sectionStatusInfo?.status);
  if (type === undefined) return {};
  const { description } = sectionStatusInfo ?? {};
  return { devStatus: { type, ...(description ? { description } : {}) } };
}
