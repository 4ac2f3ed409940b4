import type { AppliedPlan } from "@drawbridge/figma/bridge";
import { nodesUsed, type Operation } from "@drawbridge/figma/operations";
import { copyFile, openSession, type RestNode } from "@drawbridge/sandbox/figma-model";
import type { FontName, SceneNode } from "@figma/plugin-typings/plugin-api-standalone.js";
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
  const file = await copyOf(stage, operations, fonts);
  const { api } = openSession(file, "plugin");
  const host = Object.create(api, { loadFontAsync: { value: fontLoader(stage.host, fonts, api) } }) as Host;
  const page = await host.getNodeByIdAsync(stage.page.id);
  if (page?.type !== "PAGE") throw new Error("The copy has no page");
  const copy = new Stage({ host, journal: new Journal(host.root, "dry run"), page, allowFontFallback });
  await prepare(copy, operations);
  await applyPlan(copy, operations, { cancelled: () => false, progress() {}, breathe: async () => {} });
  return answerOf(copy, started);
}

/** Fonts of the copy are those of this machine: Figma is asked for each that is wanted. */
function fontLoader(real: Host, fonts: FontName[], copy: Pick<Host, "loadFontAsync">): Host["loadFontAsync"] {
  return async (font) => {
    await real.loadFontAsync(font);
    fonts.push({ family: font.family, style: font.style ?? "Regular" });
    await copy.loadFontAsync(font);
  };
}

/** A file that holds what the operations name, with all that lies in the same thing on the page, and all variables and styles. */
async function copyOf(stage: Stage, operations: readonly Operation[], fonts: readonly FontName[]) {
  const pages = new Map<string, { id: string; name: string; children: RestNode[] }>();
  const pageFor = ({ id, name }: { id: string; name: string }) => {
    const page = pages.get(id) ?? { id, name, children: [] };
    pages.set(id, page);
    return page;
  };
  pageFor(stage.page);
  const tops = new Set<SceneNode>();
  for (const name of new Set(operations.flatMap(nodesUsed).filter(isNodeId))) {
    const node = stage.node(name);
    if (node.type === "PAGE") pageFor(node);
    else if (node.type !== "DOCUMENT") tops.add(topOf(node));
  }
  for (const top of tops) {
    const { document } = (await top.exportAsync({ format: "JSON_REST_V1" })) as { document: RestNode };
    if (top.parent?.type === "PAGE") pageFor(top.parent).children.push(document);
  }
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
