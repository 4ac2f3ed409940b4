import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { changedDocument, figmaDocuments, largeDocument } from "../figma/figma-documents.ts";
import type { FigmaSamples } from "../samples/figma-samples.ts";
import { packageVersion } from "./package-version.ts";
import type { Peer } from "./peer.ts";
import type { Simplifier, Simplify } from "./simplifier.ts";
import type { Task } from "./task.ts";
import { textOf } from "./text-of.ts";

const packageFolder = () => dirname(fileURLToPath(import.meta.resolve("@drawbridge/figma/package.json")));

/** Our own connector, as built in this workspace. It keeps nothing on disk: else a fresh process would ask the stand for less. */
export function drawbridgeFigma({ url, token }: FigmaSamples): Peer & Simplifier {
  return {
    name: "drawbridge",
    version: () => packageVersion(packageFolder()),
    prepare: async () => {},
    arguments: () => [join(packageFolder(), "dist", "cli.cjs"), "--api-url", url(), "--cache", "memory"],
    environment: () => ({ FIGMA_TOKEN: token() }),
    tasks: { ...Object.fromEntries(figmaDocuments.map(({ key }) => [key, reading(key)])), compare: comparing },
    simplifier: tree,
  };
}

/** The first page of what differs. */
const comparing: Task = {
  call: () => ({ name: "figma_diff", arguments: { file: changedDocument.key, from: largeDocument.key } }),
  items: (result) => [textOf(result)],
};

function reading(key: string): Task {
  return {
    call: (cursor) => ({
      name: "figma_read",
      arguments: { file: key, budget: 20_000, ...(cursor === undefined ? {} : { cursor }) },
    }),
    items: (result) => [textOf(result)],
    nextCursor: ({ _meta }) => (_meta as { nextCursor?: string } | undefined)?.nextCursor,
  };
}

/** The whole tree as one text, of the very modules that the connector is bundled from. */
async function tree(): Promise<Simplify> {
  const module = (name: string) => import(pathToFileURL(join(packageFolder(), "dist", "reading", name)).href);
  const [{ Design }, { treePage }] = await Promise.all([module("design.js"), module("tree-page.js")]);
  const all = { detail: "full", depth: 1e9, start: 0, tokens: 1e9, bytes: 1e9 };
  return (answer) => {
    const { children } = answer.document as { children: unknown[] };
    return treePage(new Design({ ...answer, source: "rest" }, children), all).text;
  };
}
