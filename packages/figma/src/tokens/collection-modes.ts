import type { LocalVariableCollection } from "@figma/rest-api-spec";
import type { FigmaDocument } from "../documents/figma-document.ts";

type Variables = NonNullable<FigmaDocument["variables"]>;
type RawValue = Variables["variables"][string]["valuesByMode"][string];

/** A mode of a collection, and where a variable's value in it is found. */
export interface CollectionMode {
  readonly name: string;
  readonly lookUp: (variableId: string) => RawValue | undefined;
}

/**
 * The modes of a collection, its default first, and after them those of the collections that extend it: an extension holds
 * only what it overrides, and otherwise its parent's values.
 */
export function collectionModes(variables: Variables, collection: LocalVariableCollection): readonly CollectionMode[] {
  const own = [...collection.modes].sort((one, other) => rank(collection, one.modeId) - rank(collection, other.modeId));
  const extended = Object.values(variables.variableCollections)
    .filter((extension) => extension.isExtension === true && rootId(extension) === collection.id)
    .flatMap((extension) =>
      extension.modes.map(({ modeId, name }) => ({ extension, modeId, name: `${extension.name} ${name}` })),
    );
  const taken = new Set<string>();
  return [...own.map(({ modeId, name }) => ({ extension: collection, modeId, name })), ...extended].map((mode) => {
    const name = unused(mode.name, taken);
    taken.add(name);
    return { name, lookUp: valueIn(variables, mode.extension, mode.modeId, 0) };
  });
}

/** Extensions of extensions, and no further than any design goes. */
const deepest = 16;

function valueIn(
  variables: Variables,
  collection: LocalVariableCollection,
  modeId: string,
  depth: number,
): CollectionMode["lookUp"] {
  const parentId = collection.parentVariableCollectionId;
  const parent = parentId === undefined ? undefined : variables.variableCollections[parentId];
  const parentMode = collection.modes.find((mode) => mode.modeId === modeId)?.parentModeId;
  const inherited =
    parent === undefined || parentMode === undefined || depth >= deepest
      ? undefined
      : valueIn(variables, parent, parentMode, depth + 1);
  return (id) =>
    (collection.variableOverrides?.[id]?.[modeId] as RawValue | undefined) ??
    variables.variables[id]?.valuesByMode[modeId] ??
    inherited?.(id);
}

function rootId(extension: LocalVariableCollection): string | undefined {
  return extension.rootVariableCollectionId ?? extension.parentVariableCollectionId;
}

function rank(collection: LocalVariableCollection, modeId: string): number {
  return modeId === collection.defaultModeId ? 0 : 1;
}

function unused(name: string, taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(number === 1 ? name : `${name} ${number}`)) number += 1;
  return number === 1 ? name : `${name} ${number}`;
}
