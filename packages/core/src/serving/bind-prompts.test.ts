import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { Served } from "../../test/served.ts";
import { definePrompt } from "../define/define-prompt.ts";

const secret = "the-key-of-the-shelf";

/** Brings a text that somebody else wrote. */
const bringing = (text: string) =>
  definePrompt({
    name: "bring",
    title: "Bring",
    description: "Brings a note.",
    like: ["shelf_read", "shelf_list"],
    input: z.object({ note: z.string().optional() }),
    complete: async () => ["monday"],
    write: async () => [
      { text: "Read this." },
      { content: { facts: { author: "mallory\u202e" }, parts: [{ facts: { line: 1 }, text }, { text: "more" }] } },
    ],
  });

const plain = definePrompt({
  name: "plain",
  title: "Plain",
  description: "Brings nothing.",
  input: z.object({}),
  write: async () => "Read.",
});

let served: Served;
afterEach(() => served.close());

const start = (text: string, argv: readonly string[] = []) =>
  Served.start(argv, { SHELF_KEY: secret }, undefined, { prompts: [bringing(text) as never, plain as never] });
const get = () => served.request("prompts/get", { name: "bring" });

describe("what a prompt brings from outside", () => {
  it("stands under its facts, between marks that it cannot foresee, in one message", async () => {
    served = await start("a\u202eb");
    const { messages } = (await get()).result as { messages: { role: string; content: { text: string } }[] };
    expect(messages.map(({ role }) => role)).toEqual(["user", "user"]);
    const [own, brought] = messages.map(({ content }) => content.text);
    expect(own).toBe("Read this.");
    expect(brought).toMatch(
      /^\[author: mallory⟦U\+202E⟧ \| line: 1\]\n\n<data ([0-9a-f]{8})>\na⟦U\+202E⟧b\n<\/data \1>\n\n<data \1>\nmore\n<\/data \1>$/,
    );
  });

  it("has no secret in it", async () => {
    served = await start(`it is ${secret}`);
    expect(JSON.stringify((await get()).result)).not.toContain(secret);
  });

  it("counts with all that is put around it", async () => {
    const text = "x".repeat(1500);
    served = await start(text);
    const { messages } = (await get()).result as { messages: { content: { text: string } }[] };
    const bytes = messages.reduce((sum, { content }) => sum + Buffer.byteLength(content.text), 0);
    await served.close();
    served = await start(text, ["--max-result-bytes", `${bytes}`]);
    expect((await get()).error).toBeUndefined();
    await served.close();
    served = await start(text, ["--max-result-bytes", `${bytes - 1}`]);
    expect((await get()).error).toMatchObject({
      data: { code: "refused" },
      message: expect.stringContaining(`${bytes}`),
    });
  });
});

describe("a prompt like a tool", () => {
  it.each(["!shelf_read", "!shelf_list"])("goes with it where --tools takes it away: %s", async (tools) => {
    served = await start("a", ["--tools", tools]);
    expect((await served.request("prompts/list")).result).toMatchObject({ prompts: [{ name: "plain" }] });
    expect((await get()).error).toMatchObject({ code: -32602, message: expect.stringContaining("no prompt") });
    const asked = { ref: { type: "ref/prompt", name: "bring" }, argument: { name: "note", value: "" } };
    expect((await served.request("completion/complete", asked)).result?.completion).toEqual({ values: [] });
  });

  it("stays where others are taken away", async () => {
    served = await start("a", ["--tools", "!shelf_flood"]);
    expect((await get()).error).toBeUndefined();
  });
});
