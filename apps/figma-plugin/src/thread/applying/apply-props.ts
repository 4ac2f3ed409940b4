import type { Props } from "@drawbridge/figma/operations";
import type { BaseStyle, EllipseNode, SceneNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import { Problem } from "../problem.ts";
import { applyGeometry, applyLayout, applyPlacement } from "./apply-layout.ts";
import { applyText } from "./apply-text.ts";
import { applyBindings, applyModes } from "./apply-variables-to.ts";
import { four } from "./four.ts";
import { effectsOf, paintsOf } from "./paints.ts";
import type { Stage } from "./stage.ts";

/** @throws Problem where a node has no such property */
function having<K extends string>(node: SceneNode, key: K): Extract<SceneNode, Record<K, unknown>> {
  if (key in node) return node as Extract<SceneNode, Record<K, unknown>>;
  throw new Problem("invalid", `A ${node.type} has no ${key}`, {
    mend: "Leave that property out, or use another kind of layer.",
  });
}

/** Sets properties, in the order in which they depend on each other. */
export async function applyProps(stage: Stage, node: SceneNode, props: Props): Promise<void> {
  applyNaming(stage, node, props);
  // A mode first: it says what variables are worth here.
  if (props.modes) applyModes(stage, node, props.modes);
  if (props.layout) applyLayout(stage, node, props.layout);
  applyPaints(stage, node, props);
  applyOutline(stage, node, props);
  if (props.text) await applyText(stage, node, props.text);
  if (props.styles) await applyStyles(stage, node, props.styles);
  applyGeometry(stage, node, props);
  if (props.placement) applyPlacement(stage, node, props.placement);
  if (props.bind) await applyBindings(stage, node, props.bind);
}

function applyNaming(stage: Stage, node: SceneNode, { name, visible, locked, opacity, blend, clip }: Props): void {
  if (name !== undefined) {
    if (node.type === "TEXT")
      stage.back(node, () => ({ do: "set", kind: "node", id: node.id, key: "autoRename", value: node.autoRename }));
    stage.set(node, "name", name);
  }
  if (visible !== undefined) stage.set(node, "visible", visible);
  if (locked !== undefined) stage.set(node, "locked", locked);
  if (opacity !== undefined) stage.set(having(node, "opacity"), "opacity", opacity);
  if (blend !== undefined) stage.set(having(node, "blendMode"), "blendMode", blend);
  if (clip !== undefined) stage.set(having(node, "clipsContent"), "clipsContent", clip);
}

function applyPaints(stage: Stage, node: SceneNode, { fills, strokes, effects }: Props): void {
  if (fills !== undefined) {
    const filled = having(node, "fills");
    recordStyle(stage, node, "Fill");
    if (filled.type === "TEXT") recordLetterFills(stage, filled);
    else stage.set(filled as Exclude<typeof filled, { type: "TEXT" }>, "fills", paintsOf(stage, fills));
    if (filled.type === "TEXT") filled.fills = paintsOf(stage, fills);
  }
  if (strokes !== undefined) {
    recordStyle(stage, node, "Stroke");
    stage.set(having(node, "strokes"), "strokes", paintsOf(stage, strokes));
  }
  if (effects !== undefined) {
    recordStyle(stage, node, "Effect");
    stage.set(having(node, "effects"), "effects", effectsOf(effects));
  }
}

function applyOutline(stage: Stage, node: SceneNode, { strokeWeight, strokeAlign, dashes, corners }: Props): void {
  if (strokeWeight !== undefined) applyStrokeWeight(stage, node, strokeWeight);
  if (strokeAlign !== undefined) stage.set(having(node, "strokeAlign"), "strokeAlign", strokeAlign);
  if (dashes !== undefined) stage.set(having(node, "dashPattern"), "dashPattern", dashes);
  if (corners !== undefined) applyCorners(stage, node, corners);
}

function applyCorners(stage: Stage, node: SceneNode, corners: number | readonly number[]): void {
  const [topLeft, topRight, bottomRight, bottomLeft] = four(corners);
  if (!("topLeftRadius" in node)) {
    // An ellipse has one radius.
    stage.set(having(node, "cornerRadius") as EllipseNode, "cornerRadius", topLeft);
    return;
  }
  stage.set(node, "topLeftRadius", topLeft);
  stage.set(node, "topRightRadius", topRight);
  stage.set(node, "bottomRightRadius", bottomRight);
  stage.set(node, "bottomLeftRadius", bottomLeft);
}

function applyStrokeWeight(stage: Stage, node: SceneNode, weight: number | readonly number[]): void {
  if (typeof weight === "number" && !("strokeTopWeight" in node)) {
    stage.set(having(node, "strokeWeight"), "strokeWeight", weight);
    return;
  }
  const sided = having(node, "strokeTopWeight");
  const [top, right, bottom, left] = four(weight);
  stage.set(sided, "strokeTopWeight", top);
  stage.set(sided, "strokeRightWeight", right);
  stage.set(sided, "strokeBottomWeight", bottom);
  stage.set(sided, "strokeLeftWeight", left);
}

const fields = {
  Fill: "fillStyleId",
  Stroke: "strokeStyleId",
  Text: "textStyleId",
  Effect: "effectStyleId",
  Grid: "gridStyleId",
} as const;

/** Paints that are set by hand take the place of a style, which the way back has to put on again. */
function recordStyle(stage: Stage, node: SceneNode, of: keyof typeof fields): void {
  const id = (node as unknown as Record<string, unknown>)[fields[of]];
  if (typeof id === "string" && (id !== "" || node.type !== "TEXT"))
    stage.back(node, () => ({ do: "style", id: node.id, of, style: id }));
}

function recordLetterFills(stage: Stage, node: Extract<SceneNode, { type: "TEXT" }>): void {
  if (stage.isOwn(node)) return;
  for (const { start, end, fills } of node.getStyledTextSegments(["fills"]).reverse()) {
    stage.journal.push({ do: "range fills", id: node.id, start, end, fills });
  }
  stage.log.changed(node, "fills", node.fills);
}

async function applyStyles(stage: Stage, node: SceneNode, styles: NonNullable<Props["styles"]>): Promise<void> {
  const wanted = {
    Fill: styles.fill,
    Stroke: styles.stroke,
    Effect: styles.effect,
    Grid: styles.grid,
    Text: styles.text,
  } as const;
  for (const [of, name] of Object.entries(wanted) as [keyof typeof fields, string | null | undefined][]) {
    if (name === undefined) continue;
    const id = name === null ? "" : stage.entity<BaseStyle>("style", name).id;
    await wear(stage, node, of, id);
  }
}

async function wear(stage: Stage, node: SceneNode, of: keyof typeof fields, id: string): Promise<void> {
  const holder = node as unknown as Record<string, ((id: string) => Promise<void>) | undefined>;
  const method = holder[`set${of}StyleIdAsync`];
  if (!method) throw new Problem("invalid", `A ${node.type} takes no ${of.toLowerCase()} style`);
  if (node.type === "TEXT") await applyText(stage, node, {});
  else {
    // With its old style it shows again what it showed; without one, its own paints say what that was.
    const own = { Fill: "fills", Stroke: "strokes", Effect: "effects", Grid: "layoutGrids", Text: "" }[of];
    const held = node as unknown as Record<string, unknown>;
    if (held[fields[of]] === "")
      stage.back(node, () => ({ do: "set", kind: "node", id: node.id, key: own, value: held[own] }));
    else recordStyle(stage, node, of);
    if (!stage.isOwn(node))
      stage.log.changed(node, fields[of], (node as unknown as Record<string, unknown>)[fields[of]]);
  }
  if (of === "Text" && id !== "") {
    const style = stage.styles.find((one) => one.id === id);
    if (style?.type === "TEXT") await stage.wait(() => stage.fonts.load(style.fontName));
  }
  await stage.wait(() => method.call(node, id));
}
