import { isRef, nodesUsed, type Operation, perhapsNodes } from "@drawbridge/figma/operations";
import type { BaseNode, PageNode, SceneNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { Stage } from "../applying/stage.ts";
import { Problem } from "../problem.ts";

/** The page that a node is on. */
export function pageOf(node: BaseNode): PageNode | undefined {
  for (let one: BaseNode | null = node; one; one = one.parent) if (one.type === "PAGE") return one;
  return undefined;
}

/** The ancestor that lies directly on the page, or the node itself. */
export function topOf(node: SceneNode): SceneNode {
  let top: BaseNode = node;
  while (top.parent && top.parent.type !== "PAGE" && top.parent.type !== "DOCUMENT") top = top.parent;
  return top as SceneNode;
}

/** Whether a name is that of a node which is there already, rather than a reference, a variable, a style or a library's key. */
export function isNodeId(name: string): boolean {
  return !isRef(name) && !/^(?:VariableID|VariableCollectionId|S):|^[\da-f]{40}$/i.test(name);
}

/** Finds all that the operations name and that is there already: nodes with their pages, variables, styles. */
export async function prepare(stage: Stage, operations: readonly Operation[]): Promise<void> {
  const names = new Set(operations.flatMap(nodesUsed).filter(isNodeId));
  const missing = new Set(await stage.fetch(names));
  if (missing.size > 0) {
    const index = operations.findIndex((operation) => nodesUsed(operation).some((name) => missing.has(name)));
    throw new Problem("not_found", `There is no node ${[...missing].slice(0, 10).join(", ")} in this file`, {
      operation: index,
      mend: "Read the file again: somebody may have removed it.",
    });
  }
  await stage.fetch(operations.flatMap(perhapsNodes));
  await fetchEntities(stage, operations);
  const pages = new Set<PageNode>([stage.page]);
  for (const name of names) pages.add(pageOf(stage.node(name)) ?? stage.page);
  for (const page of pages) await page.loadAsync();
}

/** Variables and styles, where a plan names any: asking Figma for all of them takes time. */
async function fetchEntities(stage: Stage, operations: readonly Operation[]): Promise<void> {
  if (!/"(?:variable|collection|style|styles|bind|modes)"|"op":"remove"/.test(JSON.stringify(operations))) return;
  const { host } = stage;
  stage.variables = await host.variables.getLocalVariablesAsync();
  stage.collections = await host.variables.getLocalVariableCollectionsAsync();
  stage.styles = await localStyles(host);
}

export async function localStyles(host: Stage["host"]) {
  const all = await Promise.all([
    host.getLocalPaintStylesAsync(),
    host.getLocalTextStylesAsync(),
    host.getLocalEffectStylesAsync(),
    host.getLocalGridStylesAsync(),
  ]);
  return all.flat();
}

/** @throws Problem where an operation would change what a person has locked */
export function assertUnlocked(stage: Stage, operations: readonly Operation[]): void {
  const unlocked = new Set<string>();
  for (const [index, operation] of operations.entries()) {
    if (operation.op === "set" && operation.props.locked === false) unlocked.add(operation.node);
    for (const name of changed(operation).filter(isNodeId)) {
      const locked = lockedAbove(stage.node(name), unlocked);
      if (!locked) continue;
      throw new Problem("read_only", `${JSON.stringify(locked.name)} (${locked.id}) is locked`, {
        operation: index,
        rule: "locked layers stay as they are",
        mend: `Ask the person, then unlock it first: {"op":"set","node":"${locked.id}","props":{"locked":false}}.`,
      });
    }
  }
}

/** The nodes that an operation changes, of those that it names. */
function changed(operation: Operation): readonly string[] {
  switch (operation.op) {
    case "set":
    case "properties":
    case "swap":
    case "reactions":
    case "annotate":
      return [operation.node];
    case "move":
      return operation.parent ? [operation.node, operation.parent] : [operation.node];
    case "reorder":
      return [operation.node, ...operation.children];
    case "create":
    case "clone":
      return operation.parent ? [operation.parent] : [];
    case "group":
    case "boolean":
    case "flatten":
    case "remove":
    case "variants":
      return operation.nodes;
    case "component_property":
      return [operation.component];
    default:
      return [];
  }
}

function lockedAbove(node: BaseNode, unlocked: ReadonlySet<string>): SceneNode | undefined {
  for (let one: BaseNode | null = node; one; one = one.parent) {
    if ("locked" in one && one.locked && !unlocked.has(one.id)) return one;
  }
  return undefined;
}
