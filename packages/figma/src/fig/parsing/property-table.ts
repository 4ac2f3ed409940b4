import type { ComponentPropertyType } from "@figma/rest-api-spec";
import { guidText, referredGuid } from "./guid-text.ts";
import type { Kiwi } from "./kiwi.ts";
import type { Scene } from "./scene.ts";
import { translate } from "./translate.ts";

type Definition = Kiwi<"ComponentPropDef">;

/** What Figma's API tells of; variants are told from the names of components instead. */
const types: Readonly<Record<string, ComponentPropertyType>> = {
  BOOL: "BOOLEAN",
  TEXT: "TEXT",
  INSTANCE_SWAP: "INSTANCE_SWAP",
};

/** A property of a component, as the set or the component defines it that has it first. */
export interface ComponentPropertyOfFile {
  readonly id: string;
  /** The name under which REST has it, `Label#12:3`. */
  readonly name: string;
  readonly type: ComponentPropertyType;
  readonly definition: Definition;
}

/** All properties of all components by the ids of their definitions. */
export class PropertyTable {
  readonly #definitions = new Map<string, Definition>();

  constructor(scene: Scene) {
    for (const { componentPropDefs } of scene.nodes.values())
      for (const definition of componentPropDefs ?? [])
        if (definition.id !== undefined && definition.isDeleted !== true)
          this.#definitions.set(guidText(definition.id), definition);
  }

  /** The id of the first definition: the variants of a set refer to those of the set by ids of their own. */
  rootOf(id: string): string {
    const seen = new Set<string>();
    for (let at = id; ; ) {
      const parent = referredGuid(this.#definitions.get(at)?.parentPropDefId);
      if (parent === undefined || seen.has(parent) || !this.#definitions.has(parent)) return at;
      seen.add(parent);
      at = parent;
    }
  }

  find(id: string): ComponentPropertyOfFile | undefined {
    const root = this.rootOf(id);
    const definition = this.#definitions.get(root);
    const type = translate(types, definition?.type);
    if (definition === undefined || type === undefined) return undefined;
    return { id: root, name: `${definition.name ?? ""}#${root}`, type, definition };
  }
}
