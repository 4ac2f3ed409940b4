import type { Design } from "../design.ts";
import type { Expander } from "../expand.ts";
import type { Fill, Layer, Link } from "../layer.ts";
import { type Modes, rgba } from "../resolve-color.ts";
import { restComponent, restInstance } from "./rest-components.ts";
import { restLayout } from "./rest-layout.ts";
import { alias, restEffects, restPaints } from "./rest-paints.ts";
import { restText } from "./rest-text.ts";

export interface Around {
  readonly design: Design;
  readonly expander: Expander;
  readonly parent: Layer | undefined;
  readonly x: number;
  readonly y: number;
  readonly modes: Modes;
  /** Before the id of what is in an instance. */
  readonly prefix: string | undefined;
}

const containers: ReadonlySet<string> = new Set(["FRAME", "GROUP", "COMPONENT", "COMPONENT_SET", "INSTANCE"]);

/** A layer with all that is in it, as the API tells it. */
export function restNode(stored: Layer, around: Around): Record<string, unknown> {
  const { design, expander, prefix } = around;
  const layer =
    stored.type === "INSTANCE" && prefix === undefined ? (expander.expand(stored) as unknown as Layer) : stored;
  const id = prefix === undefined ? layer.id : `${prefix.startsWith("I") ? "" : "I"}${prefix};${layer.id}`;
  const [x, y] = [around.x + layer.x, around.y + layer.y];
  const modes = { ...around.modes, ...layer.modes };
  const inside: Around = { ...around, parent: layer, x, y, modes, prefix: stored.type === "INSTANCE" ? id : prefix };
  const box = { x, y, width: layer.width, height: layer.height };
  return {
    id,
    name: layer.name,
    type: layer.type,
    scrollBehavior: "SCROLLS",
    absoluteBoundingBox: box,
    absoluteRenderBounds: layer.hidden ? null : box,
    constraints: { vertical: layer.constraints?.[1] ?? "TOP", horizontal: layer.constraints?.[0] ?? "LEFT" },
    ...looksOf(layer, design, modes),
    ...(layer.modes && { explicitVariableModes: modesOf(layer.modes) }),
    ...boundOf(layer),
    ...linksOf(layer.links),
    ...restLayout(layer, around.parent),
    ...(containers.has(layer.type) ? frameOf(layer, design, modes) : {}),
    ...kindOf(layer),
    ...restText(layer, design, modes),
    ...restComponent(layer, expander),
    ...(layer.instance && restInstance(layer, id, expander)),
    ...(layer.children && { children: layer.children.map((child) => restNode(child, inside)) }),
  };
}

function looksOf(layer: Layer, design: Design, modes: Modes) {
  return {
    blendMode: layer.blend ?? "PASS_THROUGH",
    fills: restPaints(layer.fills, design, modes),
    strokes: restPaints(layer.strokes, design, modes),
    strokeWeight: layer.strokeWeight ?? 1,
    strokeAlign: "INSIDE",
    effects: restEffects(layer),
    ...(layer.hidden && { visible: false }),
    ...(layer.opacity !== undefined && { opacity: Math.fround(layer.opacity) }),
    ...(layer.styles && { styles: layer.styles }),
    ...(layer.sides && { individualStrokeWeights: sidesOf(layer.sides) }),
    ...(layer.dashes && { strokeDashes: layer.dashes }),
    ...cornersOf(layer),
    ...(layer.mask && { isMask: true, maskType: "ALPHA", isMaskOutline: false }),
    ...(layer.exportsPng && {
      exportSettings: [{ suffix: "", format: "PNG", constraint: { type: "SCALE", value: 1 } }],
    }),
    ...(layer.ready && { devStatus: { type: "READY_FOR_DEV" } }),
  };
}

function frameOf(layer: Layer, design: Design, modes: Modes) {
  const background = restPaints(layer.fills, design, modes);
  const solid = background.findLast(({ type }) => type === "SOLID");
  return {
    clipsContent: layer.clips ?? false,
    background,
    backgroundColor: solid && "color" in solid ? solid.color : { r: 0, g: 0, b: 0, a: 0 },
    ...(layer.scrolls ? { overflowDirection: "VERTICAL_SCROLLING" } : {}),
    ...(layer.columns === undefined ? {} : { layoutGrids: [columnsOf(layer.columns)] }),
  };
}

function columnsOf(count: number) {
  return {
    pattern: "COLUMNS",
    sectionSize: 1,
    visible: true,
    color: rgba("#ff00001a"),
    alignment: "STRETCH",
    gutterSize: 16,
    offset: 16,
    count,
  };
}

function kindOf({ type }: Layer) {
  if (type === "ELLIPSE")
    return { arcData: { startingAngle: 0, endingAngle: Math.fround(2 * Math.PI), innerRadius: 0 } };
  if (type === "BOOLEAN_OPERATION") return { booleanOperation: "SUBTRACT" };
  return type === "SECTION" ? { sectionContentsHidden: false } : {};
}

function cornersOf({ radius }: Layer) {
  if (radius === undefined) return {};
  return typeof radius === "number" ? { cornerRadius: radius } : { rectangleCornerRadii: radius };
}

function sidesOf([top, right, bottom, left]: readonly [number, number, number, number]) {
  return { top, right, bottom, left };
}

function modesOf(modes: Modes) {
  return Object.fromEntries(Object.entries(modes).map(([set, mode]) => [`VariableCollectionId:${set}`, mode]));
}

function boundOf(layer: Layer) {
  const { gap, radius, visible, characters } = layer.bound ?? {};
  const paints = (fills: readonly Fill[] | undefined) =>
    (fills ?? []).flatMap((fill) => ("variable" in fill && fill.variable ? [alias(fill.variable)] : []));
  const corners = ["TOP_LEFT", "TOP_RIGHT", "BOTTOM_LEFT", "BOTTOM_RIGHT"];
  const bound = {
    ...(gap && { itemSpacing: alias(gap) }),
    ...(visible && { visible: alias(visible) }),
    ...(characters && { characters: alias(characters) }),
    ...(radius && {
      rectangleCornerRadii: Object.fromEntries(
        corners.map((name) => [`RECTANGLE_${name}_CORNER_RADIUS`, alias(radius)]),
      ),
    }),
    ...(paints(layer.fills).length > 0 && { fills: paints(layer.fills) }),
    ...(paints(layer.strokes).length > 0 && { strokes: paints(layer.strokes) }),
  };
  return Object.keys(bound).length === 0 ? {} : { boundVariables: bound };
}

function linksOf(links: readonly Link[] = []) {
  const interactions = links.map(({ to, on, moves, milliseconds }) => ({
    trigger: { type: on ?? "ON_CLICK" },
    actions: [
      to === "back"
        ? { type: "BACK" }
        : {
            type: "NODE",
            destinationId: to,
            navigation: "NAVIGATE",
            transition: transitionOf(moves, milliseconds ?? 300),
          },
    ],
  }));
  const first = links.find(({ to }) => to !== "back");
  if (first === undefined) return { interactions };
  const timing = first.moves && { transitionDuration: first.milliseconds ?? 300, transitionEasing: "EASE_OUT" };
  return { interactions, transitionNodeID: first.to, ...timing };
}

function transitionOf(moves: Link["moves"], duration: number) {
  if (moves === undefined) return null;
  const easing = { type: "EASE_OUT" };
  if (moves === "SMART_ANIMATE") return { type: moves, duration, easing };
  return { type: "SLIDE_IN", direction: "RIGHT", duration, easing };
}
