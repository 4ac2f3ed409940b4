import type { FigmaDocument } from "../documents/figma-document.ts";
import type { DesignNode } from "../nodes/design-node.ts";
import type { Facet } from "./change.ts";
import { compareText } from "./compare-text.ts";
import { describeValue } from "./describe-value.ts";
import { kindOfField } from "./field-kinds.ts";
import { sameValue } from "./same-value.ts";
import { type TokenLabel, tokenLabels } from "./token-labels.ts";

/** One node in one document. */
export interface Side {
  readonly node: DesignNode;
  readonly document: FigmaDocument;
}

/** What became of a node, but for its place. */
export function compareNodes(from: Side, to: Side): readonly Facet[] {
  const { node: was } = from;
  const { node: is } = to;
  const facets: Facet[] = [];
  // A text layer that nobody named is named by its text.
  const isOwnName = was.name !== was.characters || is.name !== is.characters;
  if (was.name !== is.name && isOwnName)
    facets.push({ kind: "renamed", detail: `${JSON.stringify(was.name)} → ${JSON.stringify(is.name)}` });
  if (was.characters !== is.characters)
    facets.push({ kind: "text", detail: compareText(was.characters ?? "", is.characters ?? "") });
  return [...facets, ...compareMain(from, to), ...compareFields(was, is), ...compareTokens(from, to)];
}

function compareMain(from: Side, to: Side): readonly Facet[] {
  if (from.node.componentId === to.node.componentId) return [];
  const name = ({ node, document }: Side) => {
    const component = document.components[node.componentId ?? ""];
    const set = document.componentSets[component?.componentSetId ?? ""]?.name;
    return `${set === undefined ? "" : `${set}: `}${component?.name ?? node.componentId ?? "none"}`;
  };
  const [was, is] = [name(from), name(to)];
  return was === is ? [] : [{ kind: "component", detail: `of ${was} → of ${is}` }];
}

function compareFields(was: DesignNode, is: DesignNode): readonly Facet[] {
  const facets: Facet[] = [];
  const one = was as unknown as Readonly<Record<string, unknown>>;
  const other = is as unknown as Readonly<Record<string, unknown>>;
  for (const field in one) if (!(field in other)) compareField(field, one[field], undefined, facets);
  for (const field in other) compareField(field, one[field], other[field], facets);
  // A page's own; a frame's is one of its fills.
  if (is.type === "CANVAS" && !sameValue(was.backgroundColor, is.backgroundColor))
    facets.push({ kind: "restyled", detail: told("background", was.backgroundColor, is.backgroundColor) });
  return facets;
}

/** Objects of settings are told setting by setting. */
const ofSettings = new Set(["style", "componentProperties", "componentPropertyDefinitions", "constraints"]);

function compareField(field: string, was: unknown, is: unknown, facets: Facet[]): void {
  const kind = kindOfField(field);
  if (kind === undefined || sameValue(was, is) || (isUnset(field, was) && isUnset(field, is))) return;
  if (!ofSettings.has(field)) {
    facets.push({ kind, detail: told(field, was, is) });
    return;
  }
  const one = (was ?? {}) as Readonly<Record<string, unknown>>;
  const other = (is ?? {}) as Readonly<Record<string, unknown>>;
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    if (key === "boundVariables" || sameValue(one[key], other[key]) || followsFrom(key)) continue;
    facets.push({ kind, detail: told(key.replace(/#[\d:]+$/, ""), settingOf(one[key]), settingOf(other[key])) });
  }
}

/** A component property's value, without its kind. */
function settingOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "value" in value ? value.value : value;
}

/** Said by another field in other words. */
function followsFrom(key: string): boolean {
  return key === "fontPostScriptName" || key === "lineHeightPercent" || key === "lineHeightPercentFontSize";
}

/** REST leaves out what is as it is by default, and not in all versions the same. */
function isUnset(field: string, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (field === "visible" || field === "opacity") return value === true || value === 1;
  return value === false || value === 0 || value === "NONE" || (Array.isArray(value) && value.length === 0);
}

function compareTokens(from: Side, to: Side): readonly Facet[] {
  const was = tokenLabels(from.node, from.document, to.document);
  const is = tokenLabels(to.node, to.document, from.document);
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((property) => !isSameToken(was.get(property), is.get(property)))
    .map((property) => ({
      kind: "retokenised",
      detail: told(property, shown(was.get(property)), shown(is.get(property))),
    }));
}

/** By name, since two files call the same thing by other ids; by id where one of them does not tell names. */
function isSameToken(was: TokenLabel | undefined, is: TokenLabel | undefined): boolean {
  if (was === undefined || is === undefined || was.kind !== is.kind) return was === is;
  return was.name === undefined || is.name === undefined ? was.id === is.id : was.name === is.name;
}

function shown(label: TokenLabel | undefined): string | undefined {
  if (label === undefined) return undefined;
  const { kind, id, name = id } = label;
  return kind === "mode" ? name : `${kind} ${name}`;
}

function told(field: string, was: unknown, is: unknown): string {
  return `${field} ${describeValue(field, was)} → ${describeValue(field, is)}`;
}
