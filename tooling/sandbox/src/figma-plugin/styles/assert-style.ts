import type { SimulatedFile } from "../file/simulated-file.ts";

/** @throws where an id is not that of a style of the type; an empty id stands for none */
export function assertStyle(file: SimulatedFile, id: string, type: string): void {
  if (id === "") return;
  const style = file.styles.get(id);
  if (!style || style.removed) throw new Error(`Style with id "${id}" does not exist`);
  if (style.type !== type) throw new Error(`Style "${id}" is a ${style.type} style, not a ${type} style`);
}
