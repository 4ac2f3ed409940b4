import type { Component, ComponentSet, DocumentNode, Style, SubcanvasNode } from "@figma/rest-api-spec";
import type { KiwiNode } from "./kiwi.ts";
import { idOf, type Scene } from "./scene.ts";
import { told } from "./told.ts";
import { sameWord } from "./translate.ts";
import { isRemote } from "./variable-table.ts";

interface Catalogue {
  readonly components: Record<string, Component>;
  readonly componentSets: Record<string, ComponentSet>;
}

/** The components and sets that the document has or uses, by their ids. */
export function componentsOf(document: DocumentNode, scene: Scene): Catalogue {
  const ids = new Set<string>();
  for (const page of document.children) for (const child of page.children) collect(child, ids);
  const found = [...ids].flatMap((id) => scene.nodes.get(id) ?? []);
  const components = found.filter(({ type }) => type === "SYMBOL");
  const sets = new Map(components.map((node) => scene.ownerOf(node)).map((owner) => [idOf(owner), owner]));
  for (const node of found) if (node.isStateGroup === true) sets.set(idOf(node), node);
  return {
    components: Object.fromEntries(
      components.map((node) => {
        const owner = scene.ownerOf(node);
        const set = told({ componentSetId: owner === node ? undefined : idOf(owner) });
        return [idOf(node), { ...describe(node), ...set }];
      }),
    ),
    componentSets: Object.fromEntries(
      [...sets].filter(([, { isStateGroup }]) => isStateGroup === true).map(([id, node]) => [id, describe(node)]),
    ),
  };
}

/** All styles of the file, by their ids. */
export function stylesOf(scene: Scene): Record<string, Style> {
  const styles = [...scene.nodes.values()].flatMap((node) => {
    const styleType =
      node.styleType === "STROKE" ? "FILL" : sameWord(["FILL", "TEXT", "EFFECT", "GRID"], node.styleType);
    if (styleType === undefined || node.isSoftDeletedStyle === true) return [];
    const description = node.styleDescription ?? node.description ?? "";
    return [
      [
        idOf(node),
        { key: node.key ?? "", name: node.name ?? "", styleType, remote: isRemote(node), description },
      ] as const,
    ];
  });
  return Object.fromEntries(styles);
}

function collect(node: SubcanvasNode, ids: Set<string>): void {
  if (node.type === "COMPONENT" || node.type === "COMPONENT_SET") ids.add(node.id);
  if (node.type === "INSTANCE") ids.add(node.componentId);
  if ("children" in node) for (const child of node.children) collect(child, ids);
}

function describe(node: KiwiNode) {
  return {
    key: node.componentKey || node.sharedComponentMasterData?.componentKey || node.key || "",
    name: node.name ?? "",
    description: node.symbolDescription ?? node.description ?? "",
    documentationLinks: (node.symbolLinks ?? []).flatMap(({ uri }) => (uri ? [{ uri }] : [])),
    remote: isRemote(node),
  };
}
