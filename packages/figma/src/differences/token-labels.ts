import type { FigmaDocument } from "../documents/figma-document.ts";
import type { DesignNode } from "../nodes/design-node.ts";

/** What is bound to a property. */
export interface TokenLabel {
  readonly kind: "style" | "variable" | "mode";
  readonly id: string;
  /** Undefined where the file does not tell it, as REST tells no variables on most plans. */
  readonly name: string | undefined;
}

/** What a node takes from styles and variables, by the property that it stands for. */
export type TokenLabels = ReadonlyMap<string, TokenLabel>;

const inner = [
  "fills",
  "strokes",
  "effects",
  "style",
  "styleOverrideTable",
  "layoutGrids",
  "componentProperties",
] as const;

/**
 * Styles and variables by the properties that they stand for, by name where the file tells it.
 *
 * @param other what the file is compared with, which names a collection where this one does not
 */
export function tokenLabels(node: DesignNode, { styles, variables }: FigmaDocument, other: FigmaDocument): TokenLabels {
  const labels = new Map<string, TokenLabel>();
  for (const [property, id] of Object.entries(node.styles ?? {})) {
    labels.set(property.replace(/s$/, ""), { kind: "style", id, name: styles[id]?.name });
  }
  const variable = (id: string) => ({ kind: "variable" as const, id, name: variables?.variables[id]?.name });
  const look = (value: unknown, at: string): void => {
    if (typeof value !== "object" || value === null) return;
    if ("type" in value && value.type === "VARIABLE_ALIAS" && "id" in value) {
      labels.set(at, variable(String(value.id)));
      return;
    }
    for (const [key, part] of Object.entries(value)) look(part, at === "" ? key : `${at}.${key}`);
  };
  look(node.boundVariables, "");
  for (const field of inner) lookWithin(node[field], field, look);
  for (const [collection, mode] of Object.entries(node.explicitVariableModes ?? {})) {
    const owner = variables?.variableCollections[collection];
    const name = owner?.modes.find(({ modeId }) => modeId === mode)?.name;
    const { name: told = collection } = owner ?? other.variables?.variableCollections[collection] ?? {};
    labels.set(`mode of ${told}`, { kind: "mode", id: mode, name });
  }
  return labels;
}

/** Only bindings within, not every channel of every colour: this runs for every node of two documents. */
function lookWithin(value: unknown, at: string, look: (value: unknown, at: string) => void): void {
  if (typeof value !== "object" || value === null) return;
  for (const key in value) {
    const part = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof part !== "object" || key === "color") continue;
    if (key === "boundVariables") look(part, at);
    else lookWithin(part, `${at}.${key}`, look);
  }
}
