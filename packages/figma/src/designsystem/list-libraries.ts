import type { FigmaDocument } from "../documents/figma-document.ts";
import { type Listed, listed } from "./listed.ts";
import type { Usage } from "./usage.ts";

/**
 * What a design takes from libraries: components by their sets, styles, collections of variables. Figma names no library in a
 * file; the keys are those under which its API tells where each is published.
 */
export function listLibraries(
  { components, componentSets, styles, variables }: FigmaDocument,
  { uses }: Usage,
): readonly Listed[] {
  const sets = new Map<string, { readonly name: string; readonly key: string; instances: number; variants: number }>();
  const single: Listed[] = [];
  for (const [id, { name, key, componentSetId, remote }] of Object.entries(components)) {
    if (!remote) continue;
    const set = componentSets[componentSetId ?? ""];
    const instances = uses.get(id) ?? 0;
    if (set === undefined || componentSetId === undefined) {
      single.push({ name, kind: "component", key, instances });
      continue;
    }
    const known = sets.get(componentSetId) ?? { name: set.name, key: set.key, instances: 0, variants: 0 };
    sets.set(componentSetId, { ...known, instances: known.instances + instances, variants: known.variants + 1 });
  }
  const collections = Object.values(variables?.variableCollections ?? {}).filter(({ remote }) => remote);
  return [
    ...[...sets.values()].map((set) => ({ ...set, kind: "component set" })),
    ...single,
    ...Object.entries(styles)
      .filter(([, { remote }]) => remote)
      .map(([id, { name, key, styleType }]) => ({
        name,
        kind: `${styleType.toLowerCase()} style`,
        key,
        uses: uses.get(id) ?? 0,
      })),
    ...collections.map(({ name, key, modes, variableIds }) =>
      listed({ name, kind: "variables", key, modes: modes.map((mode) => mode.name), variables: variableIds.length }),
    ),
  ];
}
