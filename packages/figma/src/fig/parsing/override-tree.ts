import { guidText } from "./guid-text.ts";
import type { KiwiNode } from "./kiwi.ts";
import { idOf } from "./scene.ts";

/**
 * What an instance says of the layers in it. A path names the instances on the way and then the layer, each by its
 * `overrideKey` (a layer's id in the library that it came from) or its id; frames on the way are not in it.
 */
export class OverrideTree {
  /** For the layer at this place, the later ones over the earlier. */
  readonly patches: KiwiNode[] = [];
  readonly #inside = new Map<string, OverrideTree>();

  /** What the instance was computed to be, and over that what a person changed in it. */
  static of(instance: KiwiNode): OverrideTree {
    const tree = new OverrideTree();
    const component = instance.symbolData?.symbolID;
    for (const patch of [...(instance.derivedSymbolData ?? []), ...(instance.symbolData?.symbolOverrides ?? [])]) {
      const path = (patch.guidPath?.guids ?? []).map(guidText);
      // Some name the component itself where they mean the instance as a whole.
      const isWhole = path.length === 1 && component !== undefined && path[0] === guidText(component);
      tree.#at(isWhole ? [] : path).patches.push(patch);
    }
    return tree;
  }

  inside(node: KiwiNode): OverrideTree | undefined {
    const byKey = node.overrideKey === undefined ? undefined : this.#inside.get(guidText(node.overrideKey));
    return byKey ?? this.#inside.get(idOf(node));
  }

  #at(path: readonly string[]): OverrideTree {
    let tree: OverrideTree = this;
    for (const segment of path) {
      let next: OverrideTree | undefined = tree.#inside.get(segment);
      if (next === undefined) {
        next = new OverrideTree();
        tree.#inside.set(segment, next);
      }
      tree = next;
    }
    return tree;
  }
}
