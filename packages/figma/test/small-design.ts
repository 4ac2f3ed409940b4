import type { LocalVariable, RGBA, VariableScope } from "@figma/rest-api-spec";
import type { FigmaDocument } from "../src/documents/figma-document.ts";
import type { DesignNode } from "../src/nodes/design-node.ts";

type Variables = NonNullable<FigmaDocument["variables"]>;
export type Value = LocalVariable["valuesByMode"][string];

/** A node of a test's own design. */
export type SmallNode = Partial<DesignNode> & { readonly type: string; readonly id: string };

/** A document with one page that holds the given nodes. */
export function smallDesign(children: readonly SmallNode[], more: Partial<FigmaDocument> = {}): FigmaDocument {
  const page = {
    id: "0:1",
    name: "Page",
    type: "CANVAS",
    backgroundColor: rgb("#ffffff"),
    children: children.map(named),
  };
  return {
    key: "small",
    name: "Small",
    version: "1",
    lastModified: "2026-01-01T00:00:00Z",
    document: {
      id: "0:0",
      name: "Document",
      type: "DOCUMENT",
      children: [page],
    } as unknown as FigmaDocument["document"],
    components: {},
    componentSets: {},
    styles: {},
    source: "rest",
    ...more,
  };
}

function named(node: SmallNode): DesignNode {
  const children = node.children as readonly SmallNode[] | undefined;
  return {
    ...node,
    name: node.name ?? node.type,
    ...(children === undefined ? {} : { children: children.map(named) }),
  };
}

/** A colour from its six or eight digits. */
export function rgb(hex: string): RGBA {
  const byte = (at: number) => Number.parseInt(hex.slice(at, at + 2) || "ff", 16) / 255;
  return { r: byte(1), g: byte(3), b: byte(5), a: byte(7) };
}

/** A plain fill. */
export function solid(hex: string, more: object = {}) {
  const { a, ...color } = rgb(hex);
  return {
    type: "SOLID",
    blendMode: "NORMAL",
    color: { ...color, a: 1 },
    ...(a === 1 ? {} : { opacity: a }),
    ...more,
  } as const;
}

export function alias(id: string) {
  return { type: "VARIABLE_ALIAS", id } as const;
}

export interface SmallVariable {
  readonly type: LocalVariable["resolvedType"];
  readonly values: readonly Value[];
  readonly scopes?: readonly VariableScope[];
  readonly web?: string;
  readonly description?: string;
}

export interface SmallCollection {
  readonly name: string;
  readonly modes: readonly string[];
  /** By their names; a variable's id is `collection/name`. */
  readonly variables: Readonly<Record<string, SmallVariable>>;
}

const everywhere: readonly VariableScope[] = ["ALL_SCOPES"];

/** Variables as REST answers them. */
export function smallVariables(collections: readonly SmallCollection[]): Variables {
  const meta: Variables = { variables: {}, variableCollections: {} };
  for (const { name, modes, variables } of collections) {
    const ids = Object.keys(variables).map((variable) => `${name}/${variable}`);
    const id = `collection ${name}`;
    meta.variableCollections[id] = {
      id,
      name,
      key: name,
      modes: modes.map((mode) => ({ modeId: `${name}:${mode}`, name: mode })),
      defaultModeId: `${name}:${modes[0]}`,
      remote: false,
      hiddenFromPublishing: false,
      variableIds: ids,
    };
    for (const [variable, { type, values, scopes = everywhere, web, description = "" }] of Object.entries(variables)) {
      meta.variables[`${name}/${variable}`] = {
        id: `${name}/${variable}`,
        name: variable,
        key: variable,
        variableCollectionId: id,
        resolvedType: type,
        valuesByMode: Object.fromEntries(values.map((value, at) => [`${name}:${modes[at]}`, value])),
        remote: false,
        description,
        hiddenFromPublishing: false,
        scopes: [...scopes],
        codeSyntax: web === undefined ? {} : { WEB: web },
      };
    }
  }
  return meta;
}
