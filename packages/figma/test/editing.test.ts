import { afterEach, describe, expect, it } from "vitest";
import type { Request } from "../src/bridge/requests.ts";
import { type EditingStand, editingStand } from "./stand/editing-stand.ts";

let stand: EditingStand | undefined;
afterEach(async () => {
  await stand?.close();
  stand = undefined;
});

const applied = {
  ids: { $card: "1:2" },
  changes: [{ node: "1:2", name: "Card", nodeType: "FRAME", kind: "created" }],
  roots: ["1:2"],
  hashes: { "1:2": "hash-after" },
  took: 1,
};

const text = (characters: string) => ({
  id: "1:3",
  name: "Title",
  type: "TEXT",
  characters,
  style: { fontSize: 12 },
  fills: [{ type: "SOLID", blendMode: "NORMAL", color: { r: 0.9, g: 0.9, b: 0.9, a: 1 } }],
  absoluteBoundingBox: { x: 0, y: 0, width: 100, height: 20 },
});

const frame = (characters: string) => ({
  id: "1:2",
  name: "Card",
  type: "FRAME",
  fills: [{ type: "SOLID", blendMode: "NORMAL", color: { r: 1, g: 1, b: 1, a: 1 } }],
  absoluteBoundingBox: { x: 0, y: 0, width: 320, height: 200 },
  children: [text(characters)],
});

function read(characters: string, hash: string) {
  return {
    version: 7,
    document: {
      id: "0:0",
      name: "Settings",
      type: "DOCUMENT",
      children: [{ id: "0:1", name: "Page 1", type: "CANVAS", children: [frame(characters)] }],
    },
    components: {},
    componentSets: {},
    styles: {},
    hashes: { "1:2": hash },
    missing: [],
  };
}

const pixel = Buffer.from("89504e470d0a1a0a", "hex");

/** A plugin that applies every plan, reads the same card, and draws it. */
function answer(request: Request): unknown {
  if (request.type === "apply") return applied;
  if (request.type === "read") return read("Hello", "hash-before");
  if (request.type === "export") return { format: "png", base64: pixel.toString("base64") };
  if (request.type === "undo") return { edit: request.edit ?? "the-last-edit", changes: [], left: 0 };
  return { page: { id: "0:1", name: "Page 1" }, nodes: [] };
}

const operations = [{ op: "create", type: "FRAME", ref: "$card" }];

describe("where no plugin is paired", () => {
  it.each(["figma_selection", "figma_canvas", "figma_undo"])(
    "%s tells the code and what to do with it",
    async (tool) => {
      stand = await editingStand();
      const { text, isError } = await stand.host.callTool(tool, {});
      expect(isError).toBe(true);
      expect(text).toMatch(/run the plugin there: Plugins → Development → Drawbridge/);
      expect(text).toMatch(/type this pairing code into the plugin: \d-[2-9A-Z]{6} /);
    },
  );

  it("figma_edit and figma_focus tell it too, and the code pairs", async () => {
    stand = await editingStand();
    for (const [tool, input] of [
      ["figma_edit", { operations }],
      ["figma_focus", { nodes: ["1:2"] }],
    ] as const) {
      expect((await stand.host.callTool(tool, input)).text).toMatch(/pairing code/);
    }
    await stand.pair({ answer });
    expect((await stand.host.callTool("figma_selection")).text).toContain("Nothing is selected.");
  });
});

describe("figma_edit", () => {
  it("answers ids, the difference, lint of what was touched, etags and a picture", async () => {
    stand = await editingStand();
    await stand.pair({ answer });
    const { text, media, isError } = await stand.host.callTool("figma_edit", { operations });
    expect(isError).toBe(false);
    expect(text).toContain("Ids: $card 1:2");
    expect(text).toContain('+ FRAME 1:2 "Card"');
    expect(text).toMatch(/contrast 1:3 .*Title/);
    expect(text).toContain("Etags: 1:2 hash-after");
    expect(media).toEqual([{ mimeType: "image/png", data: pixel.toString("base64") }]);
  });

  it("tells what a dry run would change, and asks the plugin for nothing else", async () => {
    stand = await editingStand();
    const asked: string[] = [];
    await stand.pair({
      answer: (request) => {
        asked.push(request.type === "apply" ? `apply ${request.plan.dryRun}` : request.type);
        return answer(request);
      },
    });
    const { text } = await stand.host.callTool("figma_edit", { operations, dry_run: true });
    expect(text).toContain('Would change: + FRAME 1:2 "Card"');
    expect(asked).toEqual(["apply true"]);
  });

  it("tells what a person changed since it was read, and the etag of now", async () => {
    stand = await editingStand();
    let changed = false;
    await stand.pair({
      answer: (request) => {
        if (request.type !== "read") return answer(request);
        return changed ? read("Goodbye", "hash-now") : read("Hello", "hash-before");
      },
      failing: ({ type, ...request }) =>
        type === "apply" && "plan" in request && request.plan.ifMatch !== undefined
          ? {
              code: "conflict",
              message: "1:2 changed since it was read.",
              changed: [{ node: "1:2", hash: "hash-now" }],
            }
          : undefined,
    });
    await stand.host.callTool("figma_edit", { operations });
    changed = true;
    const { text, isError } = await stand.host.callTool("figma_edit", {
      operations,
      if_match: { "1:2": "hash-before" },
    });
    expect(isError).toBe(true);
    expect(text).toMatch(/changed since it was read/);
    expect(text).toMatch(/Title.*Hello.*Goodbye/s);
    expect(text).toContain("Etags now: 1:2 hash-now");
  });

  it("names the operation that an older plugin does not know, before anything is sent", async () => {
    stand = await editingStand();
    const asked: string[] = [];
    await stand.pair({
      introduction: { operations: ["create"], version: "0.1.0" },
      answer: ({ type }) => asked.push(type),
    });
    const plan = [...operations, { op: "mermaid", source: "graph TD; A-->B" }];
    const { text } = await stand.host.callTool("figma_edit", { operations: plan });
    expect(text).toMatch(/Operation 1: the plugin in Figma \(0\.1\.0\) does not know mermaid.*--plugin/);
    expect(asked).toEqual([]);
  });

  it("names the operation that breaks a rule of Figma's, the rule and the mend, before anything is sent", async () => {
    stand = await editingStand();
    const asked: string[] = [];
    await stand.pair({ answer: ({ type }) => asked.push(type) });
    const plan = [...operations, { op: "create", type: "TEXT", parent: "$crad" }];
    const { text } = await stand.host.callTool("figma_edit", { operations: plan });
    expect(text).toMatch(/Operation 1: No earlier operation made \$crad.*Rule: .*Give the operation/);
    expect(asked).toEqual([]);
  });

  it("passes on how far a long plan has come", async () => {
    stand = await editingStand();
    const plugin = await stand.pair({
      answer: (request) => {
        if (request.type === "apply") {
          for (const done of [1, 2]) plugin.end.send({ type: "progress", key: request.key, done, total: 2 });
        }
        return answer(request);
      },
    });
    const told: number[] = [];
    await stand.host.callTool("figma_edit", { operations }, { onProgress: ({ progress }) => told.push(progress) });
    expect(told).toContain(2);
  });

  it("tells the code also where another file is connected already", async () => {
    stand = await editingStand();
    await stand.pair({ answer });
    const other = stand.plugin({
      answer,
      introduction: { instance: "instance-2", file: { key: "file-2", name: "Other" } },
    });
    await other.reaches("unpaired");
    const { text } = await stand.host.callTool("figma_selection", { file: "Other" });
    expect(text).toMatch(/"Other" is no file that is open.*waits for its code.*: \d-[2-9A-Z]{6} /);
    other.end.pair(/\d-[2-9A-Z]{6}/.exec(text)?.[0] ?? "");
    await other.reaches("connected");
  });

  it("says which files are open where several are, and takes the one that is named", async () => {
    stand = await editingStand();
    await stand.pair({ answer });
    await stand.pair({ answer, introduction: { instance: "instance-2", file: { key: "file-2", name: "Other" } } });
    expect((await stand.host.callTool("figma_selection")).text).toMatch(
      /Several files are open.*file-1 \(Settings\), file-2 \(Other\)/,
    );
    expect((await stand.host.callTool("figma_selection", { file: "Other" })).text).toContain("file-2");
    expect((await stand.host.callTool("figma_selection", { file: "Third" })).text).toMatch(/no file that is open/);
  });
});
