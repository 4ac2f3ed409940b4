import type { NodeRecord } from "../file/node-record.ts";
import type { SimulatedFile } from "../file/simulated-file.ts";

/**
 * Writes what layout worked out. Inside an instance that is no override: what is as in the main component stays inherited, and the rest is
 * known to be worked out, so that it goes when the component is laid out otherwise.
 */
export function derive(file: SimulatedFile, node: NodeRecord, key: string, value: number): void {
  if (!node.source) {
    file.write(node, key, value);
    return;
  }
  const derived = (node.values.derived as readonly string[] | undefined) ?? [];
  if (node.get(key) === value) return;
  const same = node.source.get(key) === value;
  file.write(node, key, same ? undefined : value);
  const others = derived.filter((one) => one !== key);
  file.write(node, "derived", same ? others : [...others, key]);
}

/** Forgets what was worked out for a layout that may no longer be. */
export function forgetDerived(file: SimulatedFile, node: NodeRecord): void {
  const derived = node.values.derived as readonly string[] | undefined;
  if (!derived?.length) return;
  for (const key of derived) file.write(node, key, undefined);
  file.write(node, "derived", undefined);
}
