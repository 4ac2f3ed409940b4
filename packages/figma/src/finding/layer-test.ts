import { ConnectorError } from "@drawbridge/core";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { FlatLayers } from "../outline/flat-layers.ts";
import type { Layer } from "../outline/layer.ts";
import { boundFields } from "../reading/bindings-text.ts";
import { isTypeName, typeName } from "../reading/type-name.ts";
import { nameMatcher } from "./name-matcher.ts";

/** What `figma_find` looks for; a layer is found that is as all of it says. */
export interface Sought {
  readonly text?: string | undefined;
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  readonly component?: string | undefined;
  readonly style?: string | undefined;
}

type Test = (layer: Layer) => boolean;

/** Whether a layer is sought. Throws where nothing is. */
export function layerTest({ text, name, type, component, style }: Sought, document: FigmaDocument): Test {
  const tests: Test[] = [];
  if (type !== undefined) tests.push(typeTest(type, document));
  if (name !== undefined) {
    const matches = nameMatcher(name);
    tests.push((layer) => matches(String(layer.name ?? "")));
  }
  if (text !== undefined) {
    const matches = nameMatcher(text);
    tests.push(({ characters }) => typeof characters === "string" && matches(characters));
  }
  if (component !== undefined) tests.push(componentTest(component, document));
  if (style !== undefined) tests.push(styleTest(style, document));
  if (tests.length === 0)
    throw new ConnectorError(
      "invalid_input",
      "Say what to look for: at least one of text, name, type, component and style.",
    );
  return (layer) => tests.every((test) => test(layer));
}

/** By our name of it or by Figma's. */
function typeTest(type: string, { document }: FigmaDocument): Test {
  const wanted = type.trim().toLowerCase().replaceAll(/[_ ]/g, "-");
  const figmas = wanted.toUpperCase().replaceAll("-", "_");
  const isOf = (layer: Layer) => layer.type === figmas || typeName(layer.type) === wanted;
  if (!isTypeName(wanted) && !isTypeName(typeName(figmas))) assertSome(isOf, type, document.children);
  return isOf;
}

/** A word that is no type would find nothing, which reads as if there were none. Types that are newer than this program are in the file. */
function assertSome(isOf: Test, type: string, pages: readonly unknown[]): void {
  const { layers } = FlatLayers.of(pages as readonly Layer[], { withHidden: true });
  if (layers.some(isOf)) return;
  const there = [...new Set(layers.map((layer) => typeName(layer.type)))].sort().join(", ");
  throw new ConnectorError("invalid_input", `${JSON.stringify(type)} is no type of layer. In this file are: ${there}.`);
}

function componentTest(wanted: string, { components, componentSets }: FigmaDocument): Test {
  const matches = nameMatcher(wanted);
  const ids = new Set<string>();
  for (const [id, { name, key, componentSetId }] of Object.entries(components)) {
    const set = componentSetId === undefined ? undefined : componentSets[componentSetId];
    const isNamed = matches(name) || (set !== undefined && matches(set.name));
    if (isNamed || id === wanted || key === wanted || componentSetId === wanted) ids.add(id);
  }
  return ({ componentId }) => componentId !== undefined && ids.has(componentId);
}

/** A style of any kind, or a variable that something is bound to. */
function styleTest(wanted: string, { styles, variables }: FigmaDocument): Test {
  const matches = nameMatcher(wanted);
  const named = (entries: Readonly<Record<string, { readonly name: string; readonly key: string }>>) =>
    Object.entries(entries).flatMap(([id, { name, key }]) => (matches(name) || key === wanted ? [id] : []));
  const ids = new Set([wanted, ...named(styles)]);
  const bound = new Set([wanted, ...named(variables?.variables ?? {})]);
  return (layer) =>
    Object.values(layer.styles ?? {}).some((id) => ids.has(id)) || variablesOf(layer).some((id) => bound.has(id));
}

function variablesOf(layer: Layer): readonly string[] {
  const own = boundFields(layer).map(([, { id }]) => id);
  for (const paint of [...paintsOf(layer.fills), ...paintsOf(layer.strokes)]) {
    if (paint?.type === "SOLID" && paint.boundVariables?.color) own.push(paint.boundVariables.color.id);
  }
  return own;
}

function paintsOf<Paints>(paints: readonly Paints[] | undefined): readonly Paints[] {
  return Array.isArray(paints) ? paints : [];
}
