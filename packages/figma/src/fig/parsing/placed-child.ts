import { withProperties } from "./component-properties.ts";
import type { KiwiNode } from "./kiwi.ts";
import type { Mapping, Place } from "./mapping.ts";
import { patched } from "./patched.ts";
import { idOf } from "./scene.ts";

/** A layer with what the instances around it say of it, and the id under which REST has it there. */
export function placedChild(child: KiwiNode, { instance }: Place, mapping: Mapping): { node: KiwiNode; id: string } {
  if (instance === undefined) return { node: child, id: idOf(child) };
  const patches = instance.overrides.flatMap((tree) => tree.inside(child)?.patches ?? []);
  const node = withProperties(patched(child, patches), instance.assignments, mapping);
  const around = instance.id.startsWith("I") ? instance.id : `I${instance.id}`;
  return { node, id: `${around};${idOf(child)}` };
}
