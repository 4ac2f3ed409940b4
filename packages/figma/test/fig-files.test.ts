import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { figFile, imageRef, sprout } from "@drawbridge/sandbox";
import { afterAll, describe, expect, it } from "vitest";
import { readFigFile } from "../src/fig/read-fig-file.ts";
import { readFigImage } from "../src/fig/read-fig-image.ts";
import { canvasOf, type NodeChange, zipOf } from "./stand/fig-of.ts";

const folder = mkdtempSync(join(tmpdir(), "fig-files-"));
afterAll(() => rmSync(folder, { recursive: true }));
const { signal } = new AbortController();

function plant(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const guid = (localID: number, sessionID = 1) => ({ sessionID, localID });
const document: NodeChange = { guid: guid(0, 0), type: "DOCUMENT", name: "Document" };
const page: NodeChange = {
  guid: guid(1, 0),
  type: "CANVAS",
  name: "Page",
  parentIndex: { guid: guid(0, 0), position: "!" },
};
const inside = (parent: { sessionID: number; localID: number }) => ({ parentIndex: { guid: parent, position: "!" } });
const file = (name: string, ...nodes: NodeChange[]) => plant(name, zipOf(canvasOf([document, page, ...nodes])));

/** Inflates to 3 GiB. */
function bomb(): Buffer {
  const block = deflateRawSync(Buffer.alloc(16 * 1024 * 1024), { finishFlush: 3 });
  return Buffer.concat([...Array.from({ length: 192 }, () => block), deflateRawSync(Buffer.alloc(1))]);
}

/** So many levels of components, each of ten instances of the one before. */
function multiplying(levels: number): NodeChange[] {
  return Array.from({ length: levels }, (_, level) => {
    const symbol = guid(1000 * (level + 1));
    const component = { guid: symbol, type: "SYMBOL", name: `Level ${level}`, ...inside(guid(1, 0)) };
    const instances = Array.from({ length: 10 }, (__, index) => ({
      guid: guid(1000 * (level + 1) + index + 1),
      type: level === 0 ? "RECTANGLE" : "INSTANCE",
      name: "Part",
      ...inside(symbol),
      ...(level === 0 ? {} : { symbolData: { symbolID: guid(1000 * level) } }),
    }));
    return [component, ...instances];
  }).flat();
}

describe("a file that was made to harm", () => {
  it.each([
    [
      "inflates without end",
      () => plant("bomb.fig", zipOf(canvasOf([document, page], { message: bomb() }))),
      /refused: .*(over 512 MiB|memory|over 40 s)/,
    ],
    [
      "has a schema that inflates without end",
      () => plant("schema.fig", zipOf(canvasOf([], { schema: bomb() }))),
      /refused: .*over 4 MiB/,
    ],
    [
      "lies within itself",
      () =>
        file(
          "ring.fig",
          { guid: guid(2), type: "FRAME", ...inside(guid(3)) },
          { guid: guid(3), type: "FRAME", ...inside(guid(2)) },
        ),
      /lies within itself/,
    ],
    [
      "is its own parent",
      () => file("self.fig", { guid: guid(2), type: "FRAME", ...inside(guid(2)) }),
      /lies within itself/,
    ],
    [
      "has a component of itself",
      () =>
        file(
          "own.fig",
          { guid: guid(2), type: "SYMBOL", ...inside(guid(1, 0)) },
          { guid: guid(3), type: "INSTANCE", ...inside(guid(2)), symbolData: { symbolID: guid(2) } },
        ),
      /contains an instance of itself/,
    ],
    ["multiplies its components", () => file("multiplied.fig", ...multiplying(9)), /refused: .*over 400000 layers/],
    [
      "is nested without end",
      () =>
        file(
          "deep.fig",
          ...Array.from({ length: 20_000 }, (_, at) => ({
            guid: guid(at + 2),
            type: "FRAME",
            ...inside(at === 0 ? guid(1, 0) : guid(at + 1)),
          })),
        ),
      /nested over 400 deep/,
    ],
    ["has no document", () => plant("none.fig", zipOf(canvasOf([]))), /no document/],
    ["ends too early", () => plant("cut.fig", canvasOf([document, page]).subarray(0, 400)), /ends in the middle/],
    ["is something else", () => plant("other.fig", Buffer.from("%PDF-1.7 and so on")), /does not begin as/],
    ["is empty", () => plant("empty.fig", Buffer.alloc(0)), /does not begin as/],
    ["is a picture", () => plant("zip.fig", zipOf(undefined)), /without a canvas/],
  ])(
    "and %s is told so",
    async (_, make, told) => {
      const failed = await readFigFile(make(), signal).catch(
        (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
      );
      expect(failed).toMatch(told);
      expect(failed).toMatch(/^(invalid_input|refused): /);
    },
    90_000,
  );

  it("has names that are words of JavaScript, and is read", async () => {
    const read = await readFigFile(
      file("names.fig", { guid: guid(2), type: "FRAME", name: "__proto__", ...inside(guid(1, 0)) }),
      signal,
    );
    expect(read.document.children[0]?.children[0]).toMatchObject({ id: "1:2", name: "__proto__", type: "FRAME" });
  }, 60_000);
});

describe("the pictures of a file", () => {
  const design = sprout();
  const path = plant("sprout.fig", figFile(design));

  it("are read by their reference", async () => {
    const bytes = await readFigImage(path, imageRef(design, "monstera"), signal);
    expect(Buffer.from(bytes).equals(Buffer.from(design.images.get("monstera") ?? []))).toBe(true);
  });

  it("are not found by another", async () => {
    await expect(readFigImage(path, "../../canvas.fig", signal)).rejects.toMatchObject({ code: "not_found" });
  });

  it("are not looked for in what is no archive", async () => {
    const bare = plant("bare.fig", canvasOf([document, page]));
    await expect(readFigImage(bare, "0".repeat(40), signal)).rejects.toMatchObject({ code: "not_found" });
  });
});
