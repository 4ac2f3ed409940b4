import { figmaKeys } from "@drawbridge/sandbox";
import { afterAll, expect, it } from "vitest";
import { answered, ServedFigma } from "./stand/served-figma.ts";

const served = await ServedFigma.start({ isPlenty: true });
afterAll(() => served[Symbol.asyncDispose]());
const host = await served.open();
const { shop, branch } = figmaKeys;

const write = (input: object) => host.callTool("figma_dev_resources_write", { file: shop, ...input });
const listed = async (input: object = {}) => {
  const { structured } = await answered(host.callTool("figma_dev_resources_read", { file: shop, ...input }));
  return structured?.dev_resources as { id: string; node: string; name: string; url: string }[];
};
const link = { method: "create", node: "1:6", name: "Button.tsx", url: "https://example.com/button" };

it("attaches a link, changes it, and removes it", async () => {
  const { meta } = await answered(write(link));
  expect(await listed({ nodes: ["1-6"] })).toEqual([{ id: meta.id, node: "1:6", name: link.name, url: link.url }]);
  await answered(write({ method: "update", id: meta.id, name: "Buy.tsx" }));
  expect(await listed()).toMatchObject([{ name: "Buy.tsx", url: link.url }]);
  // Of a branch, those of its main file.
  expect(await listed({ file: `https://www.figma.com/design/${shop}/branch/${branch}/Shop` })).toHaveLength(1);
  const { text } = await answered(write({ method: "delete", id: meta.id, dry_run: true }));
  expect(text).toContain("Remove Buy.tsx (https://example.com/button) from node 1:6");
  await answered(write({ method: "delete", id: meta.id }));
  expect(await listed()).toEqual([]);
});

it("says what Figma did not do, though it answered that all is well", async () => {
  const { meta } = await answered(write(link));
  const answer = await write(link);
  expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining("Another dev resource has this url")]);
  await answered(write({ method: "delete", id: meta.id }));
});

it("tells which there are none of", async () => {
  const answer = await write({ method: "delete", id: "777" });
  expect([answer.meta.code, answer.text]).toEqual(["not_found", expect.stringContaining("no dev resource 777")]);
});

it("asks as Figma's own description has it", () => {
  expect(served.stand.violations).toEqual([]);
});
