import type { LocalVariable, RGBA, VariableAlias } from "@figma/rest-api-spec";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { colorText } from "./color-text.ts";
import { numberText } from "./number-text.ts";
import { quoted } from "./quoted.ts";

type Variables = FigmaDocument["variables"];
type Value = LocalVariable["valuesByMode"][string] | Pick<RGBA, "r" | "g" | "b">;

const mostModes = 12;
const longestChain = 16;

/** A variable's collection and name, and its value in each mode; its id alone where the source cannot tell more. */
export function variableText(id: string, variables: Variables): string {
  const variable = variables?.variables[id];
  if (variable === undefined) return id;
  const collection = variables?.variableCollections[variable.variableCollectionId];
  const modes = Object.entries(variable.valuesByMode ?? {});
  const told = modes.slice(0, mostModes).map(([mode, value]) => {
    const name = collection?.modes.find(({ modeId }) => modeId === mode)?.name ?? mode;
    return `${modes.length === 1 ? "" : `${quoted(name)}=`}${valueText(value, mode, variables)}`;
  });
  if (modes.length > mostModes) told.push(`+${modes.length - mostModes} modes`);
  const of = collection === undefined ? "" : ` of ${quoted(collection.name)}`;
  return `${quoted(variable.name)}${of} ${told.join(" ")}`;
}

/** An alias is told with what it comes to. */
function valueText(value: Value | undefined, mode: string, variables: Variables, steps = 0): string {
  if (isAlias(value)) {
    const target = variables?.variables[value.id];
    if (target === undefined || steps > longestChain) return value.id;
    const fallback = variables?.variableCollections[target.variableCollectionId]?.defaultModeId ?? "";
    const next = target.valuesByMode?.[mode] ?? target.valuesByMode?.[fallback];
    return `${quoted(target.name)}→${valueText(next, mode, variables, steps + 1)}`;
  }
  if (typeof value === "number") return numberText(value);
  if (typeof value === "string") return quoted(value);
  if (typeof value !== "object" || value === null) return value === undefined ? "?" : String(value);
  if ("r" in value) return colorText(value);
  if (!("color" in value)) return "?";
  const [color, opacity] = [value.color, value.opacity].map((part) => valueText(part, mode, variables, steps + 1));
  return `${color} opacity:${opacity}`;
}

function isAlias(value: Value | undefined): value is VariableAlias {
  return typeof value === "object" && value !== null && "type" in value && value.type === "VARIABLE_ALIAS";
}
