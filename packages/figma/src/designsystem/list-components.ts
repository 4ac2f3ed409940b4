import type { ComponentPropertyDefinition } from "@figma/rest-api-spec";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { pathOf } from "../nodes/path-of.ts";
import { type Listed, listed } from "./listed.ts";
import type { Usage } from "./usage.ts";

/** The components of a design, those of its libraries too, with what they can be given. */
export function listComponents(
  { components, componentSets }: FigmaDocument,
  { uses, places }: Usage,
): readonly Listed[] {
  return Object.entries(components).map(([id, component]) => {
    const place = places.get(id);
    return listed({
      name: component.name,
      id,
      key: component.key,
      set: componentSets[component.componentSetId ?? ""]?.name,
      path: place === undefined ? undefined : pathOf(place),
      properties: properties(place?.node.componentPropertyDefinitions),
      description: component.description,
      links: linksOf(component.documentationLinks),
      instances: uses.get(id) ?? 0,
      remote: component.remote,
    });
  });
}

/** The sets of variants of a design, with their properties and the variants' names. */
export function listComponentSets(
  { components, componentSets }: FigmaDocument,
  { uses, places }: Usage,
): readonly Listed[] {
  const bySet = new Map<string, string[]>();
  for (const [id, { componentSetId }] of Object.entries(components)) {
    if (componentSetId === undefined) continue;
    const own = bySet.get(componentSetId);
    if (own === undefined) bySet.set(componentSetId, [id]);
    else own.push(id);
  }
  return Object.entries(componentSets).map(([id, set]) => {
    const place = places.get(id);
    const own = bySet.get(id) ?? [];
    return listed({
      name: set.name,
      id,
      key: set.key,
      path: place === undefined ? undefined : pathOf(place),
      properties:
        properties(place?.node.componentPropertyDefinitions) ??
        variantsOf(own.map((one) => components[one]?.name ?? "")),
      variants: own.length,
      description: set.description,
      links: linksOf(set.documentationLinks),
      instances: own.reduce((sum, one) => sum + (uses.get(one) ?? 0), 0),
      remote: set.remote,
    });
  });
}

/** `Size`: `S | M | L`, with the default. Names without the suffix that tells those of one name apart. */
function properties(
  definitions: Readonly<Record<string, ComponentPropertyDefinition>> | undefined,
): Readonly<Record<string, string>> | undefined {
  const told = Object.entries(definitions ?? {}).map(([name, { type, defaultValue, variantOptions }]) => {
    const options = variantOptions === undefined ? type.toLowerCase().replace("_", " ") : variantOptions.join(" | ");
    return [name.replace(/#[\d:]+$/, ""), `${options}, by default ${defaultValue}`];
  });
  return told.length === 0 ? undefined : Object.fromEntries(told);
}

/** What variants' names tell (`Size=S, State=On`), where the set does not stand in the file. */
function variantsOf(names: readonly string[]): Readonly<Record<string, string>> | undefined {
  const options = new Map<string, Set<string>>();
  for (const pair of names.flatMap((name) => name.split(", "))) {
    const [property, value] = pair.split("=");
    if (property === undefined || value === undefined) continue;
    options.set(property, (options.get(property) ?? new Set()).add(value));
  }
  if (options.size === 0) return undefined;
  return Object.fromEntries([...options].map(([property, values]) => [property, [...values].join(" | ")]));
}

function linksOf(links: readonly { readonly uri: string }[] | undefined): readonly string[] | undefined {
  return links === undefined || links.length === 0 ? undefined : links.map(({ uri }) => uri);
}
