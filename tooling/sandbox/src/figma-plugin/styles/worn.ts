import type { Effect, Paint, RGBA } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";
import { frozen } from "../nodes/frozen.ts";
import { resolveVariable } from "../variables/resolve-variable.ts";

const none: readonly never[] = Object.freeze([]);

/** The paints that a node shows: its style's or its own, with the values that bound variables have there. */
export function paintsOf(file: SimulatedFile, node: NodeRecord, key: "fills" | "strokes"): readonly Paint[] {
  const id = node.get(key === "fills" ? "fillStyleId" : "strokeStyleId") as string | undefined;
  const style = id ? file.styles.get(id) : undefined;
  const paints = (style && !style.removed ? style.get("paints") : node.get(key)) as readonly Paint[] | undefined;
  return paints ? resolvePaints(file, node, paints) : none;
}

export function resolvePaints(file: SimulatedFile, node: NodeRecord, paints: readonly Paint[]): readonly Paint[] {
  if (!paints.some((paint) => paint.type === "SOLID" && paint.boundVariables?.color)) return paints;
  return frozen(
    paints.map((paint) => {
      const bound = paint.type === "SOLID" ? paint.boundVariables?.color : undefined;
      const value = bound && (resolveVariable(file, node, bound.id) as RGBA | undefined);
      if (paint.type !== "SOLID" || !value) return paint;
      const { r, g, b, a = 1 } = value;
      return { ...paint, color: { r, g, b }, opacity: a === 1 ? (paint.opacity ?? 1) : a };
    }),
  );
}

/** The effects that a node shows: its style's or its own, with the values of bound variables. */
export function effectsOf(file: SimulatedFile, node: NodeRecord): readonly Effect[] {
  const id = node.get("effectStyleId") as string | undefined;
  const style = id ? file.styles.get(id) : undefined;
  const effects = (style && !style.removed ? style.get("effects") : node.get("effects")) as
    | readonly Effect[]
    | undefined;
  return (effects ?? none).map((effect) => {
    const bound = "boundVariables" in effect ? (effect.boundVariables as Record<string, { id: string }>) : undefined;
    if (!bound || Object.keys(bound).length === 0) return effect;
    const values = Object.entries(bound).map(([field, { id: variable }]) => [
      field,
      resolveVariable(file, node, variable),
    ]);
    return frozen({ ...effect, ...Object.fromEntries(values.filter(([, value]) => value !== undefined)) });
  });
}
