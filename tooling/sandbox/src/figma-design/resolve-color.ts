import type { Design, VariableValue } from "./design.ts";
import type { Hex } from "./layer.ts";

/** Modes by the ids of their collections. */
export type Modes = Readonly<Record<string, string>>;

export interface Rgba {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

/** Figma's numbers have 32 bits. */
export function rgba(hex: Hex): Rgba {
  const part = (at: number) => Math.fround(Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return { r: part(1), g: part(3), b: part(5), a: hex.length > 7 ? part(7) : 1 };
}

/** What a variable is in these modes, after what it refers to. */
export function valueIn(design: Design, id: string, modes: Modes): VariableValue {
  for (const collection of design.collections) {
    const variable = collection.variables.find((candidate) => candidate.id === id);
    if (variable === undefined) continue;
    const value = variable.values[modes[collection.id] ?? collection.modes[0]?.id ?? ""];
    if (value === undefined) break;
    return typeof value === "object" ? valueIn(design, value.alias, modes) : value;
  }
  throw new Error(`The design has no value of the variable ${id}`);
}
