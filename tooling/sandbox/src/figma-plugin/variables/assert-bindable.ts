import type { VariableScope } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";

interface Need {
  readonly type: "FLOAT" | "COLOR" | "STRING" | "BOOLEAN";
  readonly scopes: readonly VariableScope[];
}

const float = (...scopes: VariableScope[]): Need => ({ type: "FLOAT", scopes });
const gap = float("GAP");
const corner = float("CORNER_RADIUS");
const size = float("WIDTH_HEIGHT");
const weight = float("STROKE_FLOAT");

/** What a variable must be to be bound to each field. */
const needs: Readonly<Record<string, Need>> = {
  width: size,
  height: size,
  minWidth: size,
  maxWidth: size,
  minHeight: size,
  maxHeight: size,
  itemSpacing: gap,
  counterAxisSpacing: gap,
  gridRowGap: gap,
  gridColumnGap: gap,
  paddingLeft: gap,
  paddingRight: gap,
  paddingTop: gap,
  paddingBottom: gap,
  cornerRadius: corner,
  topLeftRadius: corner,
  topRightRadius: corner,
  bottomLeftRadius: corner,
  bottomRightRadius: corner,
  strokeWeight: weight,
  strokeTopWeight: weight,
  strokeRightWeight: weight,
  strokeBottomWeight: weight,
  strokeLeftWeight: weight,
  opacity: float("OPACITY"),
  visible: { type: "BOOLEAN", scopes: [] },
  characters: { type: "STRING", scopes: ["TEXT_CONTENT"] },
  fontFamily: { type: "STRING", scopes: ["FONT_FAMILY"] },
  fontStyle: { type: "STRING", scopes: ["FONT_STYLE"] },
  fontSize: float("FONT_SIZE"),
  fontWeight: float("FONT_WEIGHT"),
  lineHeight: float("LINE_HEIGHT"),
  letterSpacing: float("LETTER_SPACING"),
  paragraphSpacing: float("PARAGRAPH_SPACING"),
  paragraphIndent: float("PARAGRAPH_INDENT"),
  strokes: { type: "COLOR", scopes: ["STROKE_COLOR"] },
};

function fillScope(node: NodeRecord): VariableScope {
  if (node.type === "TEXT") return "TEXT_FILL";
  return ["FRAME", "COMPONENT", "INSTANCE", "COMPONENT_SET", "SECTION"].includes(node.type)
    ? "FRAME_FILL"
    : "SHAPE_FILL";
}

/** @throws where a variable has another type than the field, or scopes that leave the field out */
export function assertBindable(file: SimulatedFile, id: string, field: string, node: NodeRecord): void {
  const variable = file.variables.get(id);
  if (!variable || variable.removed) throw new Error(`Variable with id "${id}" does not exist`);
  const need: Need | undefined =
    field === "fills" ? { type: "COLOR", scopes: ["ALL_FILLS", fillScope(node)] } : needs[field];
  if (!need) throw new Error(`Cannot bind a variable to the field "${field}"`);
  const type = variable.get("resolvedType");
  const textual = need.type === "STRING" && (type === "FLOAT" || type === "STRING");
  if (type !== need.type && !(field === "characters" && textual)) {
    throw new Error(`Variable of type ${type} cannot be bound to "${field}", which needs ${need.type}`);
  }
  const scopes = (variable.get("scopes") as readonly VariableScope[] | undefined) ?? ["ALL_SCOPES"];
  if (need.scopes.length === 0 || scopes.includes("ALL_SCOPES")) return;
  if (need.scopes.some((scope) => scopes.includes(scope))) return;
  throw new Error(
    `Variable "${variable.get("name")}" has the scopes ${scopes.join(", ") || "none"}; "${field}" needs ${need.scopes.join(" or ")}`,
  );
}
