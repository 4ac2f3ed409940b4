import type { FigmaDocument } from "../documents/figma-document.ts";
import type { Change, Facet } from "./change.ts";
import { describeValue } from "./describe-value.ts";
import { sameValue } from "./same-value.ts";

/** What a file defines beside its nodes, brought to one shape. */
interface Definition {
  readonly path: string;
  readonly type: string;
  readonly description: string;
  /** By mode, in words. */
  readonly values: ReadonlyMap<string, unknown>;
}

/** What became of variables, styles and components: their names, descriptions, and values by mode. */
export function compareDefinitions(from: FigmaDocument, to: FigmaDocument): readonly Change[] {
  const was = definitionsOf(from, from.variables !== undefined && to.variables !== undefined);
  const is = definitionsOf(to, from.variables !== undefined && to.variables !== undefined);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id): Change[] => {
    const [before, after] = [was.get(id), is.get(id)];
    const { path, type } = after ?? before ?? { path: id, type: "" };
    // That a component came, went or was renamed is told of its node.
    if (type === "COMPONENT" && (before === undefined || after === undefined)) return [];
    const facets = before === undefined || after === undefined ? cameOrWent(after) : compare(before, after);
    return facets.length === 0 ? [] : [{ path, id, type, facets }];
  });
}

function cameOrWent(after: Definition | undefined): readonly Facet[] {
  return [
    after === undefined ? { kind: "removed", detail: "the definition" } : { kind: "added", detail: "the definition" },
  ];
}

function compare(was: Definition, is: Definition): readonly Facet[] {
  const facets: Facet[] = [];
  if (was.path !== is.path && is.type !== "COMPONENT")
    facets.push({ kind: "renamed", detail: `${was.path} → ${is.path}` });
  if (was.description !== is.description)
    facets.push({ kind: "other", detail: `description ${told(was.description)} → ${told(is.description)}` });
  for (const mode of new Set([...was.values.keys(), ...is.values.keys()])) {
    const [one, other] = [was.values.get(mode), is.values.get(mode)];
    if (sameValue(one, other)) continue;
    const isBinding = typeof one === "string" || typeof other === "string";
    facets.push({ kind: isBinding ? "retokenised" : "restyled", detail: `${mode} ${told(one)} → ${told(other)}` });
  }
  return facets;
}

function told(value: unknown): string {
  return describeValue("", value === "" ? undefined : value);
}

/** @param withVariables whether both sides can tell them; else all of one side's would seem to be new */
function definitionsOf(document: FigmaDocument, withVariables: boolean): ReadonlyMap<string, Definition> {
  const { styles, components, componentSets } = document;
  const none = new Map<string, unknown>();
  return new Map<string, Definition>([
    ...(withVariables ? variablesOf(document) : []),
    ...Object.entries(styles).map(
      ([id, { name, styleType, description }]) =>
        [id, { path: `Styles / ${name}`, type: `${styleType} STYLE`, description, values: none }] as const,
    ),
    ...Object.entries({ ...components, ...componentSets }).map(
      ([id, { name, description = "" }]) =>
        [id, { path: `Components / ${name}`, type: "COMPONENT", description, values: none }] as const,
    ),
  ]);
}

function variablesOf({ variables }: FigmaDocument): readonly (readonly [string, Definition])[] {
  if (variables === undefined) return [];
  return Object.values(variables.variables).map((variable) => {
    const collection = variables.variableCollections[variable.variableCollectionId];
    const modes = new Map(collection?.modes.map(({ modeId, name }) => [modeId, name]));
    const values = Object.entries(variable.valuesByMode).map(([mode, value]) => {
      const target = typeof value === "object" && "id" in value ? variables.variables[value.id] : undefined;
      return [modes.get(mode) ?? mode, target === undefined ? value : `variable ${target.name}`] as const;
    });
    const path = `Variables / ${collection?.name ?? "?"} / ${variable.name}`;
    const { resolvedType, description } = variable;
    return [variable.id, { path, type: `${resolvedType} VARIABLE`, description, values: new Map(values) }];
  });
}
