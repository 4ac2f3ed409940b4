import { appendVectorPayloadToDocument, type FigDocument } from "openfig-core";
import type { Design } from "../design.ts";
import type { Expander } from "../expand.ts";
import { keyOf } from "../key-of.ts";
import type { Layer, Link } from "../layer.ts";
import { figInstance, figValue } from "./fig-instance.ts";
import { figPlace, figStack } from "./fig-layout.ts";
import { aliasData, figEffects, figPaints } from "./fig-paints.ts";
import { figText } from "./fig-text.ts";
import { guid, position } from "./guid.ts";

const types: Readonly<Record<string, string>> = {
  GROUP: "FRAME",
  COMPONENT: "SYMBOL",
  COMPONENT_SET: "FRAME",
  RECTANGLE: "ROUNDED_RECTANGLE",
};

const bindings = {
  gap: ["STACK_SPACING", "FLOAT"],
  radius: ["CORNER_RADIUS", "FLOAT"],
  visible: ["VISIBLE", "BOOLEAN"],
  characters: ["TEXT_DATA", "STRING"],
} as const;

const properties = { TEXT: "TEXT", BOOLEAN: "BOOL", INSTANCE_SWAP: "INSTANCE_SWAP" } as const;
const references = { visible: "VISIBLE", characters: "TEXT_DATA", component: "OVERRIDDEN_SYMBOL_ID" } as const;

export interface Writing {
  readonly design: Design;
  readonly expander: Expander;
  readonly file: FigDocument;
}

/** A layer and all that is in it, as the list of nodes that a file is. */
export function figNodes(layer: Layer, parent: string, index: number, writing: Writing): object[] {
  const { design, expander, file } = writing;
  const isInstance = layer.type === "INSTANCE";
  const node = {
    guid: guid(layer.id),
    phase: "CREATED",
    parentIndex: { guid: guid(parent), position: position(index) },
    type: types[layer.type] ?? layer.type,
    name: layer.name,
    visible: layer.hidden !== true,
    opacity: layer.opacity ?? 1,
    ...figPlace(layer),
    ...(isInstance ? {} : looksOf(layer, design)),
    ...(isInstance && layer.stack ? figStack(layer) : {}),
    ...(layer.bound && { variableConsumptionMap: { entries: boundOf(layer.bound) } }),
    ...(layer.modes && { variableModeBySetMap: { entries: modesOf(layer.modes) } }),
    ...(layer.links && { prototypeInteractions: layer.links.map(interactionOf) }),
    ...(layer.startsFlow && { prototypeStartingPoint: { name: layer.startsFlow, position: "!" } }),
    ...(layer.ready ? { sectionStatusInfo: { status: "BUILD" } } : {}),
    ...(layer.text && figText(layer.text, design)),
    ...(layer.path && appendVectorPayloadToDocument(file, { ...layer, fillPaths: [{ svgPath: layer.path }] })),
    ...kindOf(layer, design),
    ...figInstance(layer, design, expander),
    ...(layer.set && {
      componentPropRefs: Object.entries(layer.set).map(([field, id]) => ({
        defID: guid(id ?? ""),
        componentPropNodeField: references[field as keyof typeof references],
      })),
    }),
  };
  const inside = isInstance
    ? []
    : (layer.children ?? []).flatMap((child, at) => figNodes(child, layer.id, at, writing));
  return [node, ...inside];
}

function looksOf(layer: Layer, design: Design) {
  const styles = layer.styles ?? {};
  return {
    fillPaints: figPaints(layer.fills ?? [], design),
    strokePaints: figPaints(layer.strokes ?? [], design),
    strokeWeight: layer.strokeWeight ?? 1,
    strokeAlign: "INSIDE",
    strokeJoin: "MITER",
    effects: figEffects(layer),
    ...(layer.blend && { blendMode: layer.blend }),
    ...(layer.dashes && { dashPattern: [...layer.dashes] }),
    ...(layer.mask ? { mask: true, maskType: "ALPHA" } : {}),
    ...sidesOf(layer),
    ...cornersOf(layer),
    ...figStack(layer),
    ...(styles.fill && { styleIdForFill: { guid: guid(styles.fill) } }),
    ...(styles.text && { styleIdForText: { guid: guid(styles.text) } }),
    ...(styles.effect && { styleIdForEffect: { guid: guid(styles.effect) } }),
    frameMaskDisabled: layer.clips !== true,
    ...(layer.scrolls ? { scrollDirection: "VERTICAL" } : {}),
    ...(layer.columns === undefined ? {} : { layoutGrids: [columnsOf(layer.columns)] }),
    ...(layer.exportsPng
      ? { exportSettings: [{ suffix: "", imageType: "PNG", constraint: { type: "CONTENT_SCALE", value: 1 } }] }
      : {}),
  };
}

function kindOf(layer: Layer, design: Design) {
  const published = { componentKey: keyOf(design, layer.id), symbolDescription: layer.description ?? "" };
  const definitions = layer.properties && {
    componentPropDefs: layer.properties.map(({ id, name, type, value }, index) => ({
      id: guid(id),
      name,
      type: properties[type],
      initialValue: figValue(type, value),
      sortPosition: position(index),
    })),
  };
  switch (layer.type) {
    case "GROUP":
      return { resizeToFit: true };
    case "COMPONENT":
      return { ...published, ...definitions };
    case "COMPONENT_SET":
      return { ...published, ...definitions, isStateGroup: true };
    case "BOOLEAN_OPERATION":
      return { booleanOperation: "SUBTRACT" };
    case "ELLIPSE":
      return { arcData: { startingAngle: 0, endingAngle: 2 * Math.PI, innerRadius: 0 } };
    default:
      return {};
  }
}

function sidesOf({ sides }: Layer) {
  if (sides === undefined) return {};
  const [borderTopWeight, borderRightWeight, borderBottomWeight, borderLeftWeight] = sides;
  const weights = { borderTopWeight, borderRightWeight, borderBottomWeight, borderLeftWeight };
  return { borderStrokeWeightsIndependent: true, ...weights };
}

function cornersOf({ radius }: Layer) {
  if (radius === undefined) return {};
  if (typeof radius === "number") return { cornerRadius: radius };
  return {
    rectangleCornerRadiiIndependent: true,
    rectangleTopLeftCornerRadius: radius[0],
    rectangleTopRightCornerRadius: radius[1],
    rectangleBottomRightCornerRadius: radius[2],
    rectangleBottomLeftCornerRadius: radius[3],
  };
}

function columnsOf(numSections: number) {
  const color = { r: 1, g: 0, b: 0, a: 26 / 255 };
  return {
    pattern: "STRIPES",
    axis: "X",
    type: "STRETCH",
    visible: true,
    numSections,
    offset: 16,
    gutterSize: 16,
    sectionSize: 1,
    color,
  };
}

function boundOf(bound: NonNullable<Layer["bound"]>) {
  return Object.entries(bound).map(([field, id]) => {
    const [variableField, type] = bindings[field as keyof typeof bindings];
    return { variableField, variableData: aliasData(id ?? "", type) };
  });
}

function modesOf(modes: Readonly<Record<string, string>>) {
  return Object.entries(modes).map(([set, mode]) => ({
    variableSetID: { guid: guid(set) },
    variableModeID: guid(mode),
  }));
}

function interactionOf({ to, on, moves, milliseconds = 300 }: Link) {
  const event = { interactionType: on ?? "ON_CLICK" };
  if (to === "back") return { event, actions: [{ connectionType: "BACK" }] };
  const action = { connectionType: "INTERNAL_NODE", navigationType: "NAVIGATE", transitionNodeID: guid(to) };
  if (moves === undefined) return { event, actions: [{ ...action, transitionType: "INSTANT_TRANSITION" }] };
  const transitionType = moves === "SMART_ANIMATE" ? "SMART_ANIMATE" : "SLIDE_FROM_RIGHT";
  const timing = { transitionType, transitionDuration: milliseconds / 1000, easingType: "OUT_CUBIC" };
  return { event, actions: [{ ...action, ...timing }] };
}
