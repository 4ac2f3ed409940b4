import type { BaseStyle, Variable, VariableCollection } from "@figma/plugin-typings/plugin-api-standalone.js";
import { Entity } from "../file/entity.ts";
import { type FileOptions, SimulatedFile } from "../file/simulated-file.ts";
import { frozen } from "../nodes/frozen.ts";
import { type RestNode, readRestPage } from "./read-rest.ts";

/** What is copied of a file that is open elsewhere. */
export interface Copied {
  readonly editor: FileOptions["editor"];
  readonly fonts: FileOptions["fonts"];
  readonly pages: readonly RestNode[];
  readonly variables: readonly Variable[];
  readonly collections: readonly VariableCollection[];
  readonly styles: readonly BaseStyle[];
}

/** A file with parts of another one, under the same ids, to try out what would become of them. */
export function copyFile({ editor, fonts, pages, variables, collections, styles }: Copied): SimulatedFile {
  const file = new SimulatedFile({ name: "Copy", key: "copy", editor, fonts, partial: true });
  for (const { id, name, modes } of collections) add(file.collections, id, "VARIABLE_COLLECTION", { name, modes });
  for (const { id, name, resolvedType, valuesByMode, scopes, variableCollectionId, description } of variables) {
    const values = { name, resolvedType, valuesByMode, scopes, variableCollectionId, description };
    add(file.variables, id, "VARIABLE", values);
  }
  for (const style of styles) add(file.styles, style.id, style.type, styleValues(style));
  for (const page of pages) readRestPage(file, page);
  file.history.take();
  file.pending.clear();
  return file;
}

function add(to: Map<string, Entity>, id: string, type: string, values: Readonly<Record<string, unknown>>): void {
  const entity = new Entity(id, type);
  for (const [key, value] of Object.entries(values)) entity.values[key] = frozen(value);
  to.set(id, entity);
}

function styleValues(style: BaseStyle): Readonly<Record<string, unknown>> {
  const { name, description } = style;
  if (style.type === "PAINT") return { name, description, paints: style.paints };
  if (style.type === "EFFECT") return { name, description, effects: style.effects };
  if (style.type === "GRID") return { name, description, layoutGrids: style.layoutGrids };
  if (style.type !== "TEXT") return { name, description };
  const { fontName, fontSize, lineHeight, letterSpacing, textCase, textDecoration } = style;
  return { name, description, fontName, fontSize, lineHeight, letterSpacing, textCase, textDecoration };
}
