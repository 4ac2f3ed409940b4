import { figmaKeys } from "@drawbridge/sandbox";
import { afterAll, expect, it } from "vitest";
import { answered, ServedFigma } from "./stand/served-figma.ts";

const served = await ServedFigma.start({ isPlenty: true });
afterAll(() => served[Symbol.asyncDispose]());
const host = await served.open();
const { shop } = figmaKeys;

it("gives the picture of a node that an address names", async () => {
  const file = `https://www.figma.com/design/${shop}/Shop?node-id=1-2&t=abc`;
  const answer = await answered(host.callTool("figma_render", { file, scale: 0.5 }));
  const [image] = answer.media ?? [];
  expect(image?.mimeType).toBe("image/png");
  const bytes = Buffer.from(image?.data ?? "", "base64");
  // Width and height stand in a PNG's header.
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([195, 400]);
});

it("gives svg as its text", async () => {
  const { text } = await answered(host.callTool("figma_render", { file: shop, nodes: ["1:6"], format: "svg" }));
  expect(text).toContain('<svg width="160" height="48"');
});

it("says which nodes there are none of", async () => {
  const answer = await host.callTool("figma_render", { file: shop, nodes: ["99:1"] });
  expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining("99:1")]);
});

it("lists versions with the words that people wrote of them", async () => {
  const { structured } = await answered(host.callTool("figma_versions", { file: shop }));
  const listed = structured?.versions as { label?: string; by: string }[];
  expect(listed.map(({ label, by }) => [by, label])).toEqual([
    ["ada", undefined],
    ["grace", "Launch"],
    ["grace", undefined],
    ["ada", undefined],
  ]);
});

it("asks as Figma's own description has it", () => {
  expect(served.stand.violations).toEqual([]);
});
