import { figmaKeys } from "@drawbridge/sandbox";
import { afterAll, expect, it } from "vitest";
import { answered, ServedFigma } from "./stand/served-figma.ts";

const served = await ServedFigma.start({ isPlenty: true });
afterAll(() => served[Symbol.asyncDispose]());
const host = await served.open();

const read = async (input: object) => (await answered(host.callTool("figma_webhooks_read", { ...input }))).structured;
const write = (input: object) => host.callTool("figma_webhooks_write", { ...input });
const hook = {
  ...{ method: "create", context: "file", context_id: `https://www.figma.com/design/${figmaKeys.shop}/Shop` },
  ...{ event_type: "FILE_UPDATE", endpoint: "https://example.com/hook", passcode: "open-sesame-77" },
};

it("makes a webhook, changes it, tells what was sent, and removes it", async () => {
  const { meta } = await answered(write(hook));
  const webhook_id = meta.webhook_id;
  const list = { method: "list", context: "file", context_id: figmaKeys.shop };
  expect(await read(list)).toMatchObject({
    webhooks: [
      { id: webhook_id, event_type: "FILE_UPDATE", context: "file", status: "ACTIVE", endpoint: hook.endpoint },
    ],
  });
  expect(await read({ method: "requests", webhook_id })).toMatchObject({
    requests: [{ event_type: "PING", error: "The endpoint did not answer" }],
  });
  await answered(write({ method: "update", webhook_id, status: "PAUSED", passcode: "open-sesame-77" }));
  expect(await read({ method: "get", webhook_id })).toMatchObject({ webhooks: [{ status: "PAUSED" }] });
  await answered(write({ method: "delete", webhook_id }));
  expect(await read(list)).toEqual({ webhooks: [] });
});

it.each([
  [{ method: "update", webhook_id: "123456", status: "PAUSED" }, "does not know webhook 123456"],
  [{ ...hook, context: "team", context_id: "x" }, "A team's id is a number"],
  [{ ...hook, endpoint: "http://example.com" }, "endpoint"],
])("says what is wrong with %o", async (input, words) => {
  const answer = await write(input);
  expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining(words)]);
});

it("asks as Figma's own description has it", () => {
  expect(served.stand.violations).toEqual([]);
});
