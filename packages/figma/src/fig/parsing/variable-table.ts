import type { VariableAlias } from "@figma/rest-api-spec";
import { guidText } from "./guid-text.ts";
import type { Kiwi, KiwiNode } from "./kiwi.ts";
import { idOf, type Scene } from "./scene.ts";

/** Aliases that are followed from one variable to the next. */
const longestChain = 32;

/** The mode that each collection is in, by the ids of their nodes. */
export type Modes = ReadonlyMap<string, string>;

type Data = Kiwi<"VariableData">;

/** The variables of a file, and what they come to. */
export class VariableTable {
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  /** The id under which REST has a variable or a collection: one from a library has its key in it. */
  idOf(node: KiwiNode): string {
    const kind = node.type === "VARIABLE_SET" ? "VariableCollectionId" : "VariableID";
    return `${kind}:${isRemote(node) && node.key ? `${node.key}/` : ""}${idOf(node)}`;
  }

  /** What binds a property, undefined where a value does. */
  aliasIn(data: Data | undefined): VariableAlias | undefined {
    if (data?.dataType !== "ALIAS") return undefined;
    const node = this.#scene.referred(data.value?.alias);
    if (node !== undefined) return { type: "VARIABLE_ALIAS", id: this.idOf(node) };
    const { guid, assetRef } = data.value?.alias ?? {};
    if (guid === undefined && assetRef?.key === undefined) return undefined;
    const where = [assetRef?.key, guid && guidText(guid)].filter((part) => part !== undefined).join("/");
    return { type: "VARIABLE_ALIAS", id: `VariableID:${where}` };
  }

  /** The value that a binding comes to in these modes, undefined where the file does not have it. */
  valueOf(data: Data | undefined, modes: Modes): Kiwi<"VariableAnyValue"> | undefined {
    let at = data;
    for (let step = 0; step < longestChain; step += 1) {
      if (at?.dataType !== "ALIAS") return at?.value;
      const variable = this.#scene.referred(at.value?.alias);
      if (variable === undefined) return undefined;
      at = this.#inMode(variable, modes);
    }
    return undefined;
  }

  /** The modes of a node: its own over those of what it lies in. */
  modesOf(node: KiwiNode, around: Modes): Modes {
    const entries = node.variableModeBySetMap?.entries ?? [];
    if (entries.length === 0) return around;
    const modes = new Map(around);
    for (const { variableSetID, variableModeID } of entries) {
      const set = this.#scene.referred(variableSetID);
      if (set !== undefined && variableModeID !== undefined) modes.set(idOf(set), guidText(variableModeID));
    }
    return modes;
  }

  #inMode(variable: KiwiNode, modes: Modes): Data | undefined {
    const set = this.#scene.referred(variable.variableSetID);
    const entries = variable.variableDataValues?.entries ?? [];
    const wanted = (set && modes.get(idOf(set))) ?? defaultModeOf(set);
    const entry = entries.find(({ modeID }) => modeID !== undefined && guidText(modeID) === wanted);
    return (entry ?? entries[0])?.variableData;
  }
}

/** Whether a node is the copy of one in a library. */
export function isRemote({ sourceLibraryKey, publishFile }: KiwiNode): boolean {
  return Boolean(sourceLibraryKey || publishFile);
}

/** The ids of a collection's modes, in the order in which Figma shows them: the first is the default. */
export function modesInOrder(set: KiwiNode | undefined): Array<Kiwi<"VariableSetMode">> {
  return [...(set?.variableSetModes ?? [])].sort((a, b) =>
    (a.sortPosition ?? "") < (b.sortPosition ?? "") ? -1 : (a.sortPosition ?? "") > (b.sortPosition ?? "") ? 1 : 0,
  );
}

function defaultModeOf(set: KiwiNode | undefined): string | undefined {
  const id = modesInOrder(set)[0]?.id;
  return id && guidText(id);
}
