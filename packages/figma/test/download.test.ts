import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { figmaKeys } from "@drawbridge/sandbox";
import { PNG } from "pngjs";
import { afterAll, describe, expect, it } from "vitest";
import { answered, ServedFigma } from "./stand/served-figma.ts";

const served = await ServedFigma.start({ isPlenty: true });
afterAll(() => served[Symbol.asyncDispose]());
const folder = join(served.folder, "pictures");
mkdirSync(folder);
const host = await served.open({ argv: ["--download-dir", folder] });
const { shop } = figmaKeys;

const download = (input: object) => host.callTool("figma_download", { file: shop, ...input });
const point = (path: string, x: number, y: number) => {
  const { width, data } = PNG.sync.read(readFileSync(join(folder, path)));
  return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)];
};

describe("figma_download", () => {
  it("gives an image as the design crops it, and renders what is more than an image", async () => {
    const { structured } = await answered(download({ nodes: ["1:3", "1:6"], directory: "shop" }));
    expect(structured).toMatchObject({
      files: [
        { node: "1:3", path: "shop/photo-1-3.png", source: "cropped image" },
        { node: "1:6", path: "shop/buy-1-6.png", source: "rendered" },
      ],
      failed: [],
    });
    // The middle half of four quarters: a little of each, ten points each way.
    const corners = [
      [0, 0],
      [19, 0],
      [0, 19],
      [19, 19],
    ] as const;
    expect(corners.map(([x, y]) => point("shop/photo-1-3.png", x, y).join())).toEqual([
      "255,0,0,255",
      "0,255,0,255",
      "0,0,255,255",
      "255,255,255,255",
    ]);
    expect(point("shop/buy-1-6.png", 5, 5)).toEqual([59, 91, 219, 255]);
  });

  it("asks for all of them in one request of each kind, and sends the token to none of the stores", async () => {
    served.asked();
    await answered(download({ nodes: ["1:3", "1:4", "1:5", "1:6"], directory: "all" }));
    const asked = served.asked().map((request) => request.replace(/\?.*/, ""));
    expect(asked.filter((request) => request.includes("/v1/images/"))).toHaveLength(1);
    expect(asked.filter((request) => request.endsWith("/images"))).toHaveLength(1);
    expect(readdirSync(join(folder, "all"))).toHaveLength(4);
  });

  it("replaces nothing unasked, and writes what else there is", async () => {
    await answered(download({ nodes: ["1:4"], directory: "twice" }));
    const { structured } = await answered(download({ nodes: ["1:4", "1:5"], directory: "twice" }));
    expect(structured).toMatchObject({
      files: [{ node: "1:5" }],
      failed: [{ node: "1:4", why: expect.stringContaining("overwrite: true") }],
    });
    const again = await answered(download({ nodes: ["1:4"], directory: "twice", overwrite: true, format: "png" }));
    expect(again.structured?.files).toHaveLength(1);
  });

  it("tells beforehand what it would write", async () => {
    const person = async (question: string) => {
      asked.push(question);
      return { action: "accept" as const, content: { allow: true } };
    };
    const asked: string[] = [];
    const careful = await served.open({ argv: ["--download-dir", folder], confirm: "write", person });
    await answered(
      careful.callTool("figma_download", { file: shop, nodes: ["1:4"], directory: "asked", format: "svg" }),
    );
    expect(asked).toEqual([expect.stringContaining("headline-1-4.svg")]);
    expect(readFileSync(join(folder, "asked/headline-1-4.svg"), "utf8")).toContain("<svg");
  });

  it.each([
    [{ nodes: ["1:4"], directory: "../outside" }, "refused: Downloads go below the folder"],
    [{ nodes: ["1:4"], directory: "none", what: "fill" }, "is filled with no image"],
    [{ nodes: ["99:9"], directory: "none" }, "has no node 99:9"],
    [{ directory: "none" }, "Name nodes to download"],
  ])("says why %o gives nothing", async (input, words) => {
    const answer = await download(input);
    expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining(words)]);
  });

  it("asks Figma nothing for a directory that leads out of the folder", async () => {
    served.asked();
    expect((await download({ nodes: ["1:5"], directory: "/etc" })).text).toMatch(/^refused: .*leads out of it/);
    expect(served.asked()).toEqual([]);
  });

  it("is not there unless a folder was named", async () => {
    const tools = await (await served.open()).listTools();
    expect(tools.map(({ name }) => name)).not.toContain("figma_download");
    await expect(served.open({ argv: ["--download-dir", "/nowhere"] })).rejects.toThrow("which is no folder");
  });
});

it("asks as Figma's own description has it", () => {
  expect(served.stand.violations).toEqual([]);
});
