import { figmaKeys } from "@drawbridge/sandbox";
import { afterAll, expect, it } from "vitest";
import { answered, ServedFigma } from "./stand/served-figma.ts";

const served = await ServedFigma.start({ isPlenty: true });
afterAll(() => served[Symbol.asyncDispose]());
const host = await served.open();
const file = figmaKeys.shop;

it("tells what changed since a version that figma_versions lists", async () => {
  const { structured } = await answered(host.callTool("figma_versions", { file }));
  const from = (structured?.versions as { id: string }[] | undefined)?.at(-1)?.id;
  const { text } = await answered(host.callTool("figma_diff", { file, from }));
  expect(text).toContain("Shop / Product / Headline (TEXT 1:4) text: A lamp{+ for slow evenings+}");
}, 60_000);

it("writes tokens with the modes that the variables have", async () => {
  const { text } = await answered(host.callTool("figma_tokens", { file, format: "css" }));
  expect(text).toContain(
    '[data-theme="dark"] {\n  --color-surface: #12121a; /* color/surface */\n  --color-card: var(--color-surface);',
  );
  const unknown = await host.callTool("figma_tokens", { file, format: "css", modes: ["Sepia"] });
  expect([unknown.isError, unknown.text]).toEqual([true, expect.stringContaining("Its modes: Light, Dark")]);
}, 60_000);

it("holds the file against rules, and a node by its address", async () => {
  const whole = (await answered(host.callTool("figma_lint", { file }))).structured;
  expect(whole).toMatchObject({ design: "Shop", counts: { "detached-style": 3 } });
  const address = `https://www.figma.com/design/${file}/Shop?node-id=1-5`;
  const { structured } = await answered(host.callTool("figma_lint", { file: address, rules: ["detached-style"] }));
  expect(structured?.findings).toMatchObject([{ node: "1:5" }]);
}, 60_000);

it("lists what the file defines", async () => {
  const { structured } = await answered(host.callTool("figma_design_system", { file, kind: "variables" }));
  expect(structured).toMatchObject({
    total: 3,
    items: [{ name: "color/surface" }, { name: "color/card" }, { name: "space/m" }],
  });
}, 60_000);
