import type { SubcanvasNode } from "@figma/rest-api-spec";
import { withBoundValues } from "./bound-values.ts";
import { propertyDefinitionsOf } from "./component-properties.ts";
import { cornersOf } from "./corners.ts";
import { effectsOf } from "./effects.ts";
import { FigError } from "./fig-error.ts";
import { cellsOf, connectorOf, shapeOf, withGeneratedPaints, writtenOn } from "./figjam.ts";
import { finite } from "./finite.ts";
import { framePropertiesOf } from "./frame-properties.ts";
import { geometryOf } from "./geometry.ts";
import { interactionsOf } from "./interactions.ts";
import type { KiwiNode } from "./kiwi.ts";
import { blendOf, exportSettingsOf, layerOf, maskOf } from "./layer.ts";
import { layoutOf } from "./layout.ts";
import type { Mapping, Place } from "./mapping.ts";
import { matrixOf, multiply } from "./matrix.ts";
import { typeOf } from "./node-types.ts";
import { openInstance } from "./open-instance.ts";
import { paintsOf } from "./paints.ts";
import { placedChild } from "./placed-child.ts";
import { idOf } from "./scene.ts";
import { strokesOf } from "./strokes.ts";
import { styleReferencesOf } from "./style-references.ts";
import { textOf } from "./text.ts";
import { translate } from "./translate.ts";

/** Deeper than anybody builds, and well within what a program can follow by recursion. */
const deepest = 400;

const operations = { UNION: "UNION", INTERSECT: "INTERSECT", SUBTRACT: "SUBTRACT", XOR: "EXCLUDE" } as const;
const statuses = { NONE: "NONE", BUILD: "READY_FOR_DEV", COMPLETED: "COMPLETED" } as const;

/** The layers in a node of the file, or in a component for one of its instances, in REST's words. */
export function childrenOf(container: KiwiNode | undefined, place: Place, mapping: Mapping): SubcanvasNode[] {
  if (container === undefined) return [];
  return mapping.scene.childrenOf(idOf(container)).flatMap((child) => {
    const { node, id } = placedChild(child, place, mapping);
    return nodeOf(node, id, place, mapping) ?? [];
  });
}

/** A layer with all that is in it; undefined for what is none. */
export function nodeOf(stored: KiwiNode, id: string, place: Place, mapping: Mapping): SubcanvasNode | undefined {
  const type = typeOf(stored);
  if (type === undefined) return undefined;
  if (place.depth > deepest)
    throw new FigError("invalid_input", `The layers of the file are nested over ${deepest} deep.`);
  mapping.count();
  const instance = type === "INSTANCE" ? openInstance(stored, id, place, mapping) : undefined;
  const whole = instance?.node ?? stored;
  const modes = mapping.variables.modesOf(whole, place.modes);
  const node = withBoundValues(whole, mapping, modes);
  const toPage = multiply(place.toPage, matrixOf(node.transform));
  const inside = instance?.inside ?? place.instance;
  const here: Place = { parent: node, toPage, modes, depth: place.depth + 1, instance: inside };
  const children = () => childrenOf(instance === undefined ? node : instance.component, here, mapping);

  const layer = layerOf(node, id, mapping);
  const layout = layoutOf(node, place.parent, toPage, mapping);
  const fills = { fills: paintsOf(node.fillPaints, mapping, modes), ...styleReferencesOf(node, mapping.scene) };
  const drawn = { ...blendOf(node), effects: effectsOf(node.effects, mapping, modes), ...exportSettingsOf(node) };
  const shape = {
    ...layer,
    ...layout,
    ...drawn,
    ...fills,
    ...strokesOf(node, mapping, modes),
    ...geometryOf(node, mapping),
    ...maskOf(node),
    ...interactionsOf(node, mapping),
  };
  const frame = () => ({
    ...shape,
    ...cornersOf(node),
    ...framePropertiesOf(node, mapping, modes),
    ...devStatusOf(node),
  });

  switch (type) {
    case "FRAME":
    case "GROUP":
    case "TRANSFORM_GROUP":
      return { ...frame(), type, children: children() };
    case "COMPONENT_SET":
      return { ...frame(), type, ...propertyDefinitionsOf(node, mapping), children: children() };
    case "COMPONENT": {
      const owns = mapping.scene.ownerOf(node) === node || place.parent?.isStateGroup !== true;
      return { ...frame(), type, ...(owns ? propertyDefinitionsOf(node, mapping) : {}), children: children() };
    }
    case "INSTANCE":
      return instance && { ...frame(), type, ...instance.told, children: children() };
    case "BOOLEAN_OPERATION": {
      const booleanOperation =
        translate<(typeof operations)[keyof typeof operations]>(operations, node.booleanOperation) ?? "UNION";
      return { ...shape, type, booleanOperation, children: children() };
    }
    case "SECTION":
      return {
        ...shape,
        type,
        sectionContentsHidden: node.sectionContentsHidden ?? false,
        ...devStatusOf(node),
        children: children(),
      };
    case "TEXT":
    case "TEXT_PATH":
      return { ...shape, type, ...textOf(node, mapping, modes) };
    case "ELLIPSE":
      return { ...shape, type, arcData: arcOf(node) };
    case "RECTANGLE":
    case "VECTOR":
    case "STAR":
    case "REGULAR_POLYGON":
      return { ...shape, type, ...cornersOf(node) };
    case "LINE":
    case "WASHI_TAPE":
      return { ...shape, type };
    case "STICKY":
      return {
        ...shape,
        fills: paintsOf(withGeneratedPaints(node).fillPaints, mapping, modes),
        type,
        characters: writtenOn(node),
      };
    case "SHAPE_WITH_TEXT":
      return {
        ...shape,
        ...cornersOf(node),
        fills: paintsOf(withGeneratedPaints(node).fillPaints, mapping, modes),
        type,
        shapeType: shapeOf(node),
        characters: writtenOn(node),
      };
    case "CONNECTOR": {
      const { fills: _, ...line } = shape;
      return { ...line, type, ...connectorOf(node), characters: writtenOn(node) };
    }
    case "TABLE": {
      const { fills: _, ...table } = shape;
      return { ...table, type, children: cellsOf(node, id, toPage, mapping, modes) };
    }
    case "WIDGET":
      return { ...layer, ...exportSettingsOf(node), type, children: children() };
    case "EMBED":
    case "LINK_UNFURL":
      return { ...layer, ...exportSettingsOf(node), type };
    default:
      return { ...layer, ...layout, type: "SLICE" };
  }
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
  if (type === undefined || type === "NONE") return {};
  const { description } = sectionStatusInfo ?? {};
  return { devStatus: { type, ...(description ? { description } : {}) } };
}
