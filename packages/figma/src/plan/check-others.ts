import { flowchartOperations } from "../operations/mermaid/flowchart-operations.ts";
import type { OperationOf } from "../operations/operation.ts";
import { checkPaints } from "./check-props.ts";
import type { Scene } from "./scene.ts";
import { type Broken, broken } from "./violation.ts";

export function checkVariable(operation: OperationOf<"variable">): Broken | undefined {
  const { variable, collection, name, type, values } = operation;
  if (variable === undefined && (collection === undefined || name === undefined || type === undefined)) {
    return broken(
      "a new variable has a collection, a name and a type",
      "One of them is missing",
      "Give all three, or name an existing one with variable.",
    );
  }
  if (name !== undefined && /[.{}]/.test(name)) {
    return broken('no ".", "{" or "}" in names of variables', name, "Use / for groups: color/surface.");
  }
  if (type === undefined) return undefined;
  const kinds = { COLOR: "string", STRING: "string", FLOAT: "number", BOOLEAN: "boolean" } as const;
  for (const [mode, value] of Object.entries(values ?? {})) {
    const alias = typeof value === "string" && /^\{.+\}$/.test(value);
    const color = type !== "COLOR" || (typeof value === "string" && /^#(?:[\da-f]{6}|[\da-f]{8})$/i.test(value));
    if (alias || (typeof value === kinds[type] && color)) continue;
    return broken(
      "a value is of the variable's type",
      `${mode}: ${JSON.stringify(value)} is no ${type}`,
      "Write colors as #rrggbb or #rrggbbaa.",
    );
  }
  return undefined;
}

export function checkStyle({ style, name, paints, text, effects }: OperationOf<"style">): Broken | undefined {
  const given = [paints, text, effects].filter((one) => one !== undefined).length;
  if (style === undefined && (given !== 1 || name === undefined)) {
    return broken(
      "a style is of one kind",
      "A new style needs a name and one of paints, text and effects",
      "Make one style for each.",
    );
  }
  return checkPaints(paints ?? []);
}

export function checkVariants(scene: Scene, { nodes }: OperationOf<"variants">): Broken | undefined {
  for (const name of nodes) {
    const facts = scene.facts(name);
    if (facts?.type !== undefined && facts.type !== "COMPONENT") {
      return broken("variants are made of components", `${name} is a ${facts.type}`, "Create COMPONENTs.");
    }
    if (facts?.name !== undefined && !/^[^=,]+=[^=,]+(?:,[^=,]+=[^=,]+)*$/.test(facts.name)) {
      return broken(
        "variants are named Property=Value, Property=Value",
        `${name} is called ${JSON.stringify(facts.name)}`,
        'Name each like "State=On, Size=Large".',
      );
    }
  }
  return undefined;
}

export function checkProperty({ type, default: value }: OperationOf<"component_property">): Broken | undefined {
  if (type === undefined) return undefined;
  const fits = type === "BOOLEAN" ? value === undefined || typeof value === "boolean" : typeof value === "string";
  if (fits) return undefined;
  return broken(
    "a property has a default of its type",
    `${JSON.stringify(value)} is no default of ${type}`,
    "BOOLEAN: true or false; TEXT: text; INSTANCE_SWAP: a component's id.",
  );
}

export function checkReactions({ reactions }: OperationOf<"reactions">): Broken | undefined {
  for (const { action, to, url } of reactions) {
    if (action === "URL" && url === undefined)
      return broken("a reaction goes somewhere", "URL needs a url", "Give url.");
    const goes = action !== "URL" && action !== "BACK" && action !== "CLOSE";
    if (goes && to === undefined)
      return broken("a reaction goes somewhere", `${action} needs a node`, "Name it with to.");
  }
  return undefined;
}

export function checkMove(scene: Scene, { node, parent }: OperationOf<"move">): Broken | undefined {
  if (parent === undefined) return undefined;
  for (const [above] of scene.above(parent)) {
    if (above === node)
      return broken("no node stands in itself", `${parent} is ${node} or inside it`, "Name another parent.");
  }
  return undefined;
}

export function checkMermaid(operation: OperationOf<"mermaid">, editor: string | undefined): Broken | undefined {
  if (editor === "figma") {
    return broken(
      "flowcharts are drawn in FigJam",
      "This is a Figma design file",
      "Open a FigJam file, or create frames and lines.",
    );
  }
  try {
    flowchartOperations(operation);
    return undefined;
  } catch (error) {
    return broken(
      "Mermaid's flowchart syntax",
      error instanceof Error ? error.message : String(error),
      "Nodes: id[text], id(text), id{text}; edges: a --> b, a -->|label| b.",
    );
  }
}
