import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { figmaKeys, shopDocument } from "@drawbridge/sandbox";
import { afterAll, describe, expect, it, vi } from "vitest";
import { Figma } from "../src/client/figma.ts";
import { watchFile } from "../src/watching/watch-file.ts";
import { ServedFigma } from "./stand/served-figma.ts";

const served = await ServedFigma.start({ isPlenty: true });
const { stand } = served;
afterAll(() => served[Symbol.asyncDispose]());

const local = join(served.folder, "my design.json");
writeFileSync(local, JSON.stringify({ name: "Mine", ...shopDocument("From the disk") }));
const host = await served.open({ argv: [local] });
const { shop, branch } = figmaKeys;

const read = async (uri: string) => JSON.parse((await host.readResource(uri)).text ?? "");

describe("figma://", () => {
  it("gives a file's pages with what stands on them", async () => {
    expect(await read(`figma://${shop}`)).toMatchObject({
      ...{ key: shop, name: "Shop", components: 2, component_sets: 1, styles: 1 },
      pages: [
        { id: "0:1", name: "Shop", children: [{ id: "1:2", name: "Product", type: "FRAME" }] },
        { id: "0:2", name: "Library", children: [{ id: "2:1", type: "COMPONENT_SET" }] },
      ],
    });
  });

  it("gives a node in the form of the API, of a local file too", async () => {
    const node = { id: "1:4", type: "TEXT", characters: "A lamp for slow evenings" };
    expect(await read(`figma://${shop}/nodes/1:4`)).toMatchObject(node);
    expect(await read(`figma://${shop}/nodes/1-4`)).toMatchObject(node);
    const mine = "figma://my%20design.json";
    expect(await read(`${mine}/nodes/1%3A4`)).toMatchObject({ characters: "From the disk" });
    expect((await host.listResources()).map(({ uri }) => uri)).toEqual([mine]);
  });

  it.each(["figma://..%2F..%2Fme", `figma://${shop}/nodes/x`, "figma://nowhere.fig", `figma://${shop}/nodes/77:7`])(
    "refuses %s",
    async (uri) => {
      await expect(host.readResource(uri)).rejects.toThrow();
    },
  );

  it("completes names of local files, and ids of what is known, without asking Figma", async () => {
    await read(`figma://${shop}`);
    served.asked();
    const template = "figma://{file}/nodes/{id}";
    expect(await host.complete(template, "file", "my")).toEqual(["my design.json"]);
    expect(await host.complete(template, "id", "1", { file: shop })).toContain("1:2");
    expect(await host.complete(template, "id", "Head", { file: shop })).toEqual(["1:4"]);
    expect(await host.complete(template, "id", "1", { file: branch })).toEqual([]);
    expect(served.asked()).toEqual([]);
  });
});

describe("a subscription", () => {
  it("hears of another version of a file at Figma, by asking for nothing dear", async () => {
    const given = { files: [], apiUrl: stand.url, token: stand.token, cache: "off" as const };
    const client = await Figma.open(
      { ...given, cacheBytes: 1 << 20, maxDocumentBytes: 1 << 26 },
      { pauses: { first: 20, longest: 50, apart: 10 } },
    );
    const listener = { changed: vi.fn(), failed: vi.fn() };
    const context = { client, signal: new AbortController().signal, log: { write: vi.fn() } };
    served.asked();
    const watch = await watchFile(`figma://${branch}`, listener, context as never);
    stand.commit(branch, shopDocument("Changed"));
    await vi.waitFor(() => expect(listener.changed).toHaveBeenCalled(), { timeout: 10_000 });
    await watch.close();
    expect(new Set(served.asked())).toEqual(new Set([`GET /v1/files/${branch}/meta`]));
    await client.close();
  });

  it("hears of a local file that is saved again", async () => {
    const updated = vi.fn();
    const { close } = await host.subscribe("figma://my%20design.json", updated);
    writeFileSync(local, JSON.stringify({ name: "Mine", ...shopDocument("Saved again, in other words") }));
    await vi.waitFor(() => expect(updated).toHaveBeenCalled(), { timeout: 10_000 });
    await close();
  });
});

describe("prompts", () => {
  it("bring an outline and name the design as tools take it", async () => {
    const text = await host.getPrompt("implement_design", { file: shop, node: "1-2", stack: "React" });
    expect(text).toContain(`figma_read with file: "${shop}", nodes: ["1:2"]`);
    expect(text).toContain("1:4 TEXT Headline");
    expect(text).not.toContain("Hidden mark");
  });

  it.each(["review_design", "extract_design_system"])("%s works on a local file", async (name) => {
    expect(await host.getPrompt(name, { file: "my design.json" })).toContain("0:1 CANVAS Shop");
  });
});
