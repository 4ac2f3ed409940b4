import type { Layer } from "../outline/layer.ts";
import type { Design } from "./design.ts";

/** A layer's id; inside an instance only what follows the instance's own, beginning with a semicolon. */
export function writtenId({ flat, instances }: Design, index: number): string {
  const id = String((flat.layers[index] as Layer).id);
  const instance = flat.layers[instances[index] ?? -1];
  if (instance === undefined) return id;
  const start = String(instance.id).startsWith("I") ? `${instance.id};` : `I${instance.id};`;
  return id.startsWith(start) ? id.slice(start.length - 1) : id;
}
