import type { AppliedPlan } from "@drawbridge/figma/bridge";
import { nodesUsed, type Operation, perhapsNodes } from "@drawbridge/figma/operations";
import { copyFile, openSession, type RestNode } from "@drawbridge/sandbox/figma-model";
import type {
  BaseNode,
  ComponentNode,
  ComponentSetNode,
  FontName,
  SceneNode,
} from "@figma/plugin-typings/plugin-api-standalone.js";
import { Stage } from "../applying/stage.ts";
import type { Host } from "../host.ts";
import { Journal } from "../journal/journal.ts";
import { answerOf, applyPlan } from "./apply-plan.ts";
import { isNodeId, localStyles, prepare, topOf } from "./prepare.ts";

/** Tries a plan on a copy of what it would touch, and tells what would change. The file itself is only read. */
export async function dryRun(
  stage: Stage,
  operations: readonly Operation[],
  allowFontFallback: boolean,
): Promise<AppliedPlan> {
  const started = Date.now();
  const fonts: FontName[] = [];
  const imported = await importAll(stage.host, operations);
  const file = await copyOf(stage, operations, fonts, [...imported.values()]);
  const { api } = openSession(file, "plugin");
  const host = Object.create(api, {
    loadFontAsync: { value: fontLoader(stage.host, fonts, api) },
    importComponentByKeyAsync: {
      value: (key: string) => api.getNodeByIdAsync(imported.get(key)?.id ?? ""),
    },
  }) as Host;
  const page = await host.getNodeByIdAsync(stage.page.id);
  if (page?.type !== "PAGE") throw new Error("The copy has no page");
  const copy = new Stage({ host, journal: new Journal(host.root, "dry run"), page, allowFontFallback });
  await prepare(copy, operations);
  await applyPlan(copy, operations, { cancelled: () => false, progress() {}, breathe: async () => {} });
  return withoutIds(await answerOf(copy, started));
}

/** What is made on the copy has ids there that other layers of the file may have: it goes by its reference. */
function withoutIds(answer: AppliedPlan): AppliedPlan {
  const refs = new Map(Object.entries(answer.ids).map(([ref, id]) => [id, ref]));
  const changes = answer.changes.map((change) =>
    change.kind === "created" ? { ...change, node: refs.get(change.node) ?? "new" } : change,
  );
  return { ...answer, ids: {}, changes, roots: [], hashes: {} };
}

/** Fonts of the copy are those of this machine: Figma is asked for each that is wanted. */
function fontLoader(real: Host, fonts: FontName[], copy: Pick<Host, "loadFontAsync">): Host["loadFontAsync"] {
  return async (font) => {
    await real.loadFontAsync(font);
    fonts.push({ family: font.family, style: font.style ?? "Regular" });
    await copy.loadFontAsync(font);
  };
}

/** Components of libraries, by their keys. A library is asked by the plan itself, too: nothing in the file changes by it. */
async function importAll(host: Host, operations: readonly Operation[]): Promise<ReadonlyMap<string, ComponentNode>> {
  const found = new Map<string, ComponentNode>();
  for (const key of operations.flatMap(nodesUsed).filter((name) => /^[\da-f]{40}$/i.test(name)))
    if (!found.has(key)) found.set(key, await host.importComponentByKeyAsync(key));
  return found;
}

/** What an instance is of, with all its variants: without it the copy would know no properties. */
async function definitionOf(node: BaseNode): Promise<SceneNode | undefined> {
  const component = node.type === "INSTANCE" ? await node.getMainComponentAsync() : null;
  return component ? withVariants(component) : undefined;
}

function withVariants(component: ComponentNode): ComponentNode | ComponentSetNode {
  return component.parent?.type === "COMPONENT_SET" ? component.parent : component;
}

function isWithin(node: BaseNode, tops: ReadonlySet<SceneNode>): boolean {
  for (let one: BaseNode | null = node; one; one = one.parent) if (tops.has(one as SceneNode)) return true;
  return false;
}

/** A file that holds what the operations name, with all that lies in the same thing on the page, and all variables and styles. */
async function copyOf(
  stage: Stage,
  operations: readonly Operation[],
  fonts: readonly FontName[],
  imported: readonly ComponentNode[],
) {
  const pages = new Map<string, { id: string; name: string; children: RestNode[] }>();
  const pageFor = ({ id, name }: { id: string; name: string }) => {
    const page = pages.get(id) ?? { id, name, children: [] };
    pages.set(id, page);
    return page;
  };
  pageFor(stage.page);
  const tops = new Set<SceneNode>();
  const definitions = new Set<SceneNode>(imported.map(withVariants));
  for (const name of new Set(operations.flatMap(nodesUsed).filter(isNodeId))) {
    const node = stage.node(name);
    if (node.type === "PAGE") pageFor(node);
    else if (node.type !== "DOCUMENT") tops.add(topOf(node));
    const definition = await definitionOf(node);
    if (definition) definitions.add(definition);
  }
  for (const name of operations.flatMap(perhapsNodes)) {
    const node = stage.known(name);
    if (node?.type === "COMPONENT") definitions.add(withVariants(node));
  }
  for (const top of tops) {
    if (top.parent?.type === "PAGE") pageFor(top.parent).children.push(await exported(top));
  }
  // Those of libraries are on no page, and of others only what is needed of it is taken.
  for (const one of definitions) if (!isWithin(one, tops)) pageFor(stage.page).children.push(await exported(one));
  const { host } = stage;
  return copyFile({
    editor: host.editorType === "figjam" ? "figjam" : "figma",
    fonts,
    pages: [...pages.values()].map((page) => ({ ...page, type: "CANVAS" })),
    variables: await host.variables.getLocalVariablesAsync(),
    collections: await host.variables.getLocalVariableCollectionsAsync(),
    styles: await localStyles(host),
  });
}

async function exported(node: SceneNode): Promise<RestNode> {
  return ((await node.exportAsync({ format: "JSON_REST_V1" })) as { document: RestNode }).document;
}
