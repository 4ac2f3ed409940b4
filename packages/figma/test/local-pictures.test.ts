import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { figFile, sprout } from "@drawbridge/sandbox";
import { afterAll, describe, expect, it } from "vitest";
import { answered, ServedFigma } from "./stand/served-figma.ts";

const served = await ServedFigma.start();
afterAll(() => served[Symbol.asyncDispose]());
const folder = join(served.folder, "pictures");
mkdirSync(folder);
const design = sprout();
const file = join(served.folder, "sprout.fig");
writeFileSync(file, figFile(design));
const host = await served.open({ argv: [file, "--download-dir", folder] });

describe("the pictures of a file on this machine", () => {
  it("are written as they were placed, without a question to Figma", async () => {
    served.asked();
    const input = { file: "sprout.fig", nodes: ["50:41"], directory: "." };
    const { structured } = await answered(host.callTool("figma_download", input));
    expect(structured).toMatchObject({
      files: [{ node: "50:41", path: "hero-50-41.png", source: "image" }],
      failed: [],
    });
    expect(readFileSync(join(folder, "hero-50-41.png")).equals(Buffer.from(design.images.get("monstera") ?? []))).toBe(
      true,
    );
    expect(served.asked()).toEqual([]);
  });

  it("are not drawn, which is told with what is to be had", async () => {
    const drawn = await host.callTool("figma_download", { file: "sprout.fig", nodes: ["50:1"], directory: "." });
    expect(drawn).toMatchObject({ isError: true, text: expect.stringContaining("only images that fill layers") });
    const rendered = await host.callTool("figma_render", { file: "sprout.fig", nodes: ["50:1"] });
    expect(rendered).toMatchObject({
      isError: true,
      text: expect.stringContaining("figma_download brings the images"),
    });
  });
});
