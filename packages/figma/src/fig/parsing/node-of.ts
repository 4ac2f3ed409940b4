import type { SubcanvasNode } from "@figma/rest-api-spec";
import { withBoundValues } from "./bound-values.ts";
import { FigError } from "./fig-error.ts";
import type { KiwiNode } from "./kiwi.ts";
import type { Mapping, Place } from "./mapping.ts";
import { matrixOf, multiply } from "./matrix.ts";
import { typeOf } from "./node-types.ts";
import { openInstance } from "./open-instance.ts";
import { placedChild } from "./placed-child.ts";
import { idOf } from "./scene.ts";
import { toldNode } from "./told-node.ts";

/** Deeper than anybody builds, and well within what a program can follow by recursion. */
const deepest = 400;

/** The layers in a node of the file, or in a component for one of its instances, in REST's words. */
export function childrenOf(container: KiwiNode | undefined, place: Place, mapping: Mapping): SubcanvasNode[] {
  if (container === undefined) return [];
  return mapping.scene.childrenOf(idOf(container)).flatMap((child) => {
    const { node, id } = placedChild(child, place, mapping);
    return nodeOf(node, id, place, mapping) ?? [];
  });
}

/** A layer with all that is in it; undefined for what is none. */
function nodeOf(stored: KiwiNode, id: string, place: Place, mapping: Mapping): SubcanvasNode | undefined {
  const type = typeOf(stored);
  if (type === undefined) return undefined;
  if (place.depth > deepest)
    throw new FigError("invalid_input", `The layers of the file are nested over ${deepest} deep.`);
  mapping.count();
  const instance = type === "INSTANCE" ? openInstance(stored, id, place, mapping) : undefined;
  const whole = instance?.node ?? stored;
  const modes = mapping.variables.modesOf(whole, place.modes);
  const node = withBoundValues(whole, mapping, modes);
  const toPage = multiply(place.toPage, matrixOf(node.transform));
  const inside = instance?.inside ?? place.instance;
  const here: Place = { parent: node, toPage, modes, depth: place.depth + 1, instance: inside };
  return toldNode({
    type,
    id,
    node,
    parent: place.parent,
    toPage,
    modes,
    instance,
    mapping,
    children: () => childrenOf(instance === undefined ? node : instance.component, here, mapping),
  });
}
