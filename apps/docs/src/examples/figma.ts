import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Connector } from "@drawbridge/core";
import { figma } from "@drawbridge/figma";
import { figmaKeys, shopDocument, startFigma } from "@drawbridge/sandbox";
import type { Example } from "./example.ts";

const file = figmaKeys.shop;

/** The figma connector on a Figma of its own, which answers as Figma describes itself. No plugin is connected to it. */
export const figmaExample: Example = {
  connector: figma as unknown as Connector,
  calls: {
    figma_projects: { project: "51" },
    figma_versions: { file },
    figma_diff: ({ versions }) => ({ file, from: (versions as { id: string }[]).at(-1)?.id }),
    figma_read: { file, nodes: ["1:2"], budget: 1500 },
    figma_find: { file, type: "TEXT", limit: 5 },
    figma_render: { file, nodes: ["1:6"] },
    figma_download: { file, nodes: ["1:3"], directory: "pictures" },
    figma_design_system: { file, kind: "components" },
    figma_tokens: { file, format: "css" },
    figma_lint: { file },
    figma_comments_read: { file },
    figma_comments_write: { file, method: "react", comment_id: "900", emoji: ":heart:" },
    figma_dev_resources_write: {
      ...{ file, method: "create", node: "1:2" },
      ...{ name: "The story", url: "https://example.com/story" },
    },
    figma_dev_resources_read: { file },
    figma_webhooks_write: {
      ...{ method: "create", event_type: "FILE_UPDATE", context: "team", context_id: "41" },
      ...{ endpoint: "https://example.com/told", passcode: "a passcode" },
    },
    figma_webhooks_read: { method: "list", context: "team", context_id: "41" },
    figma_quota: {},
    figma_selection: {},
    figma_canvas: {},
    figma_focus: { nodes: ["1:2"] },
    figma_edit: { operations: [{ op: "create", type: "FRAME", ref: "$card", name: "Card" }] },
    figma_undo: {},
  },
  refused: ["figma_selection", "figma_canvas", "figma_focus", "figma_edit", "figma_undo"],
  async start() {
    const stand = await startFigma();
    stand.commit(file, shopDocument("Buy now"), "Another word on the button");
    const folder = mkdtempSync(join(tmpdir(), "drawbridge-docs-"));
    const places = ["--cache-dir", join(folder, "cache"), "--download-dir", folder];
    return {
      options: {
        argv: ["--api-url", stand.url, "--access", "full", "--confirm", "never", ...places],
        environment: { FIGMA_TOKEN: stand.token },
      },
      shownAs: new Map([
        [stand.url, "https://api.figma.com"],
        [folder, "/home/you/designs"],
        [fileURLToPath(new URL("../../../../packages/", import.meta.url)), "…/node_modules/@drawbridge/"],
      ]),
      async [Symbol.asyncDispose]() {
        await stand[Symbol.asyncDispose]();
        rmSync(folder, { recursive: true });
      },
    };
  },
};
