import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { figmaKeys, shopDocument, startFigma } from "@drawbridge/sandbox";
import { describeContract } from "@drawbridge/testkit";
import type { SubcanvasNode } from "@figma/rest-api-spec";
import { afterAll, expect, it } from "vitest";
import { figma } from "../src/connector.ts";

const stand = await startFigma({ isPlenty: true });
const folder = mkdtempSync(join(tmpdir(), "figma-contract-"));
afterAll(async () => {
  await stand[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const { shop } = figmaKeys;
const file = stand.file(shop);
const environment = { FIGMA_TOKEN: stand.token };
const places = ["--cache-dir", join(folder, "cache"), "--download-dir", folder];
const granted = [join(folder, "local.json"), "--access", "full", "--confirm", "never", ...places];

// What is read page by page has to be long.
for (let version = 0; version < 20; version++) stand.commit(shop, shopDocument(), `Saved for the contract ${version}`);
for (let link = 0; link < 12; link++)
  file.devResources.push({
    ...{ id: `${7000 + link}`, file_key: shop, node_id: `1:${link}` },
    ...{ name: `A link of the contract ${link}`, url: `https://example.com/contract/${link}` },
  });
for (let thread = 0; thread < 12; thread++)
  file.comments.push({
    ...{ id: `${8000 + thread}`, file_key: shop, user: { id: "user-ada", handle: "ada", img_url: "" }, reactions: [] },
    ...{ created_at: `2026-05-04T10:00:${10 + thread}.000Z`, resolved_at: null, order_id: `${thread}` },
    ...{ message: `Thread ${thread} of the contract, which says something`, client_meta: { x: 0, y: 0 } },
  });
for (let number = 0; number < 12; number++)
  stand.add(
    { key: `CONTRACTfile${String(number).padStart(10, "0")}`, name: `File ${number} of the contract` },
    shopDocument(),
  );
const webhooks: string[] = [];
for (let number = 0; number < 12; number++) {
  const webhook = { event_type: "FILE_UPDATE", context: "team", context_id: "41", passcode: "a passcode" };
  const made = await fetch(`${stand.url}/v2/webhooks`, {
    method: "POST",
    headers: { "x-figma-token": stand.token },
    body: JSON.stringify({ ...webhook, endpoint: `https://example.com/contract/${number}` }),
  });
  webhooks.push(((await made.json()) as { id: string }).id);
}
const [webhook] = webhooks;

// What differs between two versions has to be much, too.
const crowded = shopDocument();
const [product] = crowded.document.children[0]?.children ?? [];
if (product?.type === "FRAME")
  for (let line = 0; line < 40; line++)
    product.children.push({
      ...structuredClone(product.children[1]),
      id: `30:${line}`,
      name: `Line ${line} of the contract`,
    } as SubcanvasNode);
const crowdedVersion = stand.commit(shop, crowded);
stand.commit(shop, shopDocument());

/** Subscribed to: what is at Figma is looked at too rarely for this. */
const local = join(folder, "local.json");
const writeLocal = (words: string) => writeFileSync(local, JSON.stringify({ name: "Local", ...shopDocument(words) }));
writeLocal("Something");

const snapshot = { comments: [...file.comments], devResources: [...file.devResources] };

describeContract({
  connector: figma,
  cli: fileURLToPath(new URL("../dist/cli.js", import.meta.url)),
  start: { argv: ["--api-url", stand.url, ...granted], environment },
  unreachable: { argv: ["--api-url", "http://127.0.0.1:1", ...granted], environment },
  // They ask Figma's plugin, which no server of the suite has beside it.
  apart: ["figma_canvas", "figma_edit", "figma_focus", "figma_selection", "figma_undo"],
  // Each begins with the layers that hold what it shows.
  standalonePages: ["figma_read"],
  calls: {
    figma_comments_read: [{ file: shop }],
    figma_comments_write: [{ file: shop, method: "react", comment_id: "900", emoji: ":heart:" }],
    figma_design_system: [{ file: shop, kind: "variables" }],
    figma_dev_resources_read: [{ file: shop }],
    figma_dev_resources_write: [{ file: shop, method: "update", id: "7000", name: "Renamed by the contract" }],
    figma_diff: [{ file: shop, from: crowdedVersion }],
    figma_download: [{ file: shop, nodes: ["1:3", "1:6"], directory: "pictures", overwrite: true }],
    figma_find: [{ file: shop, type: "text" }],
    figma_lint: [{ file: shop }],
    figma_projects: [{ project: "51" }],
    figma_quota: [{}],
    figma_read: [
      { file: shop, budget: 600 },
      { file: shop, nodes: ["1:2"] },
    ],
    figma_render: [
      { file: shop, nodes: ["1:6"] },
      { file: shop, nodes: ["1:6"], format: "svg" },
    ],
    figma_tokens: [{ file: shop, format: "css" }],
    figma_versions: [{ file: shop }],
    figma_webhooks_read: [{ method: "list", context: "team", context_id: "41" }],
    figma_webhooks_write: [
      { method: "update", webhook_id: webhook, passcode: "another", description: "Seen by the contract" },
    ],
  },
  prompts: {
    implement_design: { file: shop, node: "1:2", stack: "words" },
    review_design: { file: shop, focus: "words" },
    extract_design_system: { file: shop, format: "css" },
  },
  subscription: {
    uri: "figma://local.json",
    change: () => writeLocal(`Something else at ${performance.now()}`),
  },
  state: () => ({
    comments: file.comments,
    devResources: file.devResources,
    pictures: readdirSync(folder).filter((name) => name === "pictures"),
  }),
  restore() {
    file.comments.splice(0, file.comments.length, ...structuredClone(snapshot.comments));
    file.devResources.splice(0, file.devResources.length, ...structuredClone(snapshot.devResources));
    rmSync(join(folder, "pictures"), { recursive: true, force: true });
  },
  knownNames: [
    "file",
    "nodes",
    "node",
    "format",
    "method",
    "message",
    "name",
    "url",
    "x",
    "y",
    "endpoint",
    "description",
    "event_type",
  ],
  checkTimeout: 120_000,
  toolListBytes: 60_000,
});

it("asks, and is answered, as Figma's own description has it", () => {
  expect(stand.violations).toEqual([]);
});
