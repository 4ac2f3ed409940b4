import type { Hex, Layer, Shadow, Text } from "./layer.ts";

export interface Mode {
  readonly id: string;
  readonly name: string;
}

export type VariableValue = Hex | number | boolean | string | { readonly alias: string };

export interface Variable {
  readonly id: string;
  readonly name: string;
  readonly type: "COLOR" | "FLOAT" | "BOOLEAN" | "STRING";
  readonly scopes: readonly string[];
  readonly description?: string;
  readonly web?: string;
  /** By the ids of modes. */
  readonly values: Readonly<Record<string, VariableValue>>;
}

export interface Collection {
  readonly id: string;
  readonly name: string;
  readonly modes: readonly Mode[];
  readonly variables: readonly Variable[];
}

export type Style = { readonly id: string; readonly name: string; readonly description?: string } & (
  | { readonly type: "TEXT"; readonly text: Omit<Text, "characters" | "resizes"> }
  | { readonly type: "EFFECT"; readonly shadows: readonly Shadow[] }
  | { readonly type: "FILL"; readonly color: Hex }
);

export interface Page {
  readonly id: string;
  readonly name: string;
  readonly layers: readonly Layer[];
}

/** A file as a designer thinks of it; `restFile` and `figFile` write it in Figma's two forms. */
export interface Design {
  readonly name: string;
  readonly pages: readonly Page[];
  readonly collections: readonly Collection[];
  readonly styles: readonly Style[];
  /** Pictures by the names under which fills have them. */
  readonly images: ReadonlyMap<string, Uint8Array>;
}

/** The layers of all pages and all that is in them. */
export function* layersOf(design: Design): Generator<Layer> {
  for (const page of design.pages) for (const layer of page.layers) yield* within(layer);
}

function* within(layer: Layer): Generator<Layer> {
  yield layer;
  for (const child of layer.children ?? []) yield* within(child);
}
