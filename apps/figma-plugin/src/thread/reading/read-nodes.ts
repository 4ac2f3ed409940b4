import type { ReadNodes, Request } from "@drawbridge/figma/bridge";
import { type RestLike, subtreeHash } from "@drawbridge/figma/plan";
import type { BaseNode, PageNode, PluginAPI } from "@figma/plugin-typings/plugin-api-standalone.js";
import { Problem } from "../problem.ts";
import { pageOf } from "../running/prepare.ts";
import { readVariables } from "./read-variables.ts";

type Read = Extract<Request, { type: "read" }>;

interface Exported {
  readonly document: RestLike;
  readonly components?: Record<string, object>;
  readonly componentSets?: Record<string, object>;
  readonly styles?: Record<string, object>;
}

/** Subtrees in REST's shapes, with the hashes that plans may name. */
export async function readNodes(figma: PluginAPI, version: number, request: Read): Promise<ReadNodes> {
  const missing: string[] = [];
  const hashes: Record<string, string> = {};
  const components: Record<string, object> = {};
  const componentSets: Record<string, object> = {};
  const styles: Record<string, object> = {};
  const pages = new Map<string, { id: string; name: string; type: "CANVAS"; children: object[] }>();
  for (const node of await wanted(figma, request, missing)) {
    const page = pageOf(node);
    if (!page) continue;
    await page.loadAsync();
    const exported = (await (node as PageNode).exportAsync({ format: "JSON_REST_V1" })) as Exported;
    hashes[node.id] = subtreeHash(exported.document);
    Object.assign(components, exported.components);
    Object.assign(componentSets, exported.componentSets);
    Object.assign(styles, exported.styles);
    const cut = cutAt(exported.document, request.depth);
    const held = pages.get(page.id) ?? { id: page.id, name: page.name, type: "CANVAS", children: [] };
    pages.set(page.id, held);
    if (node === page) held.children = [...(cut.children ?? [])];
    else held.children.push(cut);
  }
  const document = {
    id: figma.root.id,
    name: figma.root.name,
    type: "DOCUMENT" as const,
    children: [...pages.values()],
  };
  const variables = request.variables ? await readVariables(figma) : undefined;
  return {
    version,
    document,
    components,
    componentSets,
    styles,
    hashes,
    missing,
    ...(variables && { variables }),
  } as ReadNodes;
}

async function wanted(figma: PluginAPI, { nodes, page }: Read, missing: string[]): Promise<BaseNode[]> {
  if (nodes) {
    const found: BaseNode[] = [];
    for (const id of nodes) {
      const node = await figma.getNodeByIdAsync(id);
      if (node && node.type !== "DOCUMENT") found.push(node);
      else missing.push(id);
    }
    return found;
  }
  if (page === "*") return [...figma.root.children];
  if (page === undefined) return [figma.currentPage];
  const found = await figma.getNodeByIdAsync(page);
  if (found?.type !== "PAGE")
    throw new Problem("not_found", `There is no page ${page} in this file`, { mend: "figma_canvas lists the pages." });
  return [found];
}

/** The levels that were asked for. */
function cutAt(node: RestLike, depth = Number.POSITIVE_INFINITY): RestLike {
  if (depth === Number.POSITIVE_INFINITY || !node.children) return node;
  const { children, ...rest } = node;
  return depth <= 0 ? rest : { ...rest, children: children.map((child) => cutAt(child, depth - 1)) };
}
