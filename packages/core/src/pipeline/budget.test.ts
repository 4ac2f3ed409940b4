import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callOf, operationOf, runtimeOf, textReply } from "../../test/call-of.ts";
import { Served } from "../../test/served.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import { fenceBytes } from "../fence/nonce-fence.ts";
import { toolError } from "../serving/tool-error.ts";
import { toolResult } from "../serving/tool-result.ts";
import { partText } from "./part-text.ts";
import { pass } from "./pipeline.ts";
import type { ContentReply, Reply } from "./reply.ts";

const runtime = runtimeOf({ maxResultBytes: 1000 });

/** A text that is just within that, marks included, has so many bytes. */
const most = 1000 - fenceBytes;
const outcomeOf = (reply: Reply, kind: "tool" | "resource" | "prompt" | "list" = "tool") =>
  pass(
    callOf(
      operationOf(async () => reply, { kind }),
      runtime,
    ),
  );
const contentOf = async (reply: Reply) => (await outcomeOf(reply)) as ContentReply;

describe("the stage budget on texts", () => {
  it("lets a text of just the budget through", async () => {
    const reply = textReply("x".repeat(most));
    expect(await outcomeOf(reply)).toEqual({ ...reply, header: "" });
  });

  it("cuts a longer one and says how many bytes were left out", async () => {
    const { facts, parts } = await contentOf(textReply("x".repeat(most + 500)));
    const shown = parts.map(partText).join("").length;
    expect(parts).toEqual([{ text: "x".repeat(shown) }]);
    expect(facts).toEqual({ truncated: `${most + 500 - shown} bytes left out` });
  });

  it("spreads the budget over the parts in their order", async () => {
    const parts = ["a", "b", "c"].map((letter) => ({ text: letter.repeat(600) }));
    const cut = await contentOf({ kind: "content", facts: {}, parts });
    const [first, second = 0, third] = cut.parts.map((part) => partText(part).length);
    expect([first, third]).toEqual([600, 0]);
    expect(second).toBeGreaterThan(200);
    expect(cut.facts.truncated).toBe(`${1200 - second} bytes left out`);
  });

  it("cuts between characters, never inside one, and counts what that leaves out", async () => {
    const { facts, parts } = await contentOf(textReply("日".repeat(400)));
    const shown = parts.map(partText).join("");
    const kept = shown.length;
    expect(shown).toBe("日".repeat(kept));
    expect(facts.truncated).toBe(`${1200 - 3 * kept} bytes left out`);
  });

  it("keeps a replacement character that the text had", async () => {
    const { parts } = await contentOf(textReply("\uFFFD".repeat(400)));
    expect(parts.map(partText).join("")).toMatch(/^\uFFFD{250,}$/);
  });

  it("lets nothing leave that is over the budget once it is written down, whatever its facts and texts are", async () => {
    const words = fc.string({ unit: fc.constantFrom("a", "|", '"', "\n", "\r\n", "]", "日", "\u200b"), maxLength: 60 });
    const facts = fc.dictionary(fc.constantFrom("path", "note", "etag"), words);
    const part = fc.record({
      facts,
      text: fc.string({ unit: fc.constantFrom("a", "\n", "日", "x".repeat(50)), maxLength: 80 }),
    });
    await fc.assert(
      fc.asyncProperty(facts, fc.array(part, { maxLength: 5 }), async (whole, parts) => {
        const reply = await contentOf({ kind: "content", facts: whole, parts }).catch(() => undefined);
        if (reply === undefined) return;
        const { content } = toolResult(reply, { origin: "drawbridge-shelf", trust: "untrusted" });
        expect(Buffer.byteLength((content[0] as { text: string }).text)).toBeLessThanOrEqual(1000);
      }),
    );
  });

  it("counts the facts as part of the answer", async () => {
    const { facts, parts } = await contentOf(textReply("x".repeat(1000), { path: "p".repeat(500) }));
    expect(parts.map(partText).join("").length).toBeLessThanOrEqual(500);
    expect(facts.path).toBe("p".repeat(500));
  });

  it("refuses an answer whose facts alone are over the budget", async () => {
    await expect(outcomeOf(textReply("", { path: "p".repeat(2000) }))).rejects.toMatchObject({ code: "refused" });
    const parts = Array.from({ length: 100 }, () => ({ facts: { path: "p".repeat(50) }, text: "" }));
    await expect(outcomeOf({ kind: "content", facts: {}, parts })).rejects.toMatchObject({ code: "refused" });
  });
});

describe("the stage budget on images, sounds and embedded resources", () => {
  const mebibyte = 1024 * 1024;
  const image = (bytes: number) => ({ media: new Uint8Array(bytes), mimeType: "image/png" });
  const content = (...parts: ContentReply["parts"]): Reply => ({ kind: "content", facts: {}, parts });

  it("lets five mebibytes of them through, beside the budget of texts", async () => {
    const reply = content(image(3 * mebibyte), image(2 * mebibyte), { text: "Both" });
    expect(await outcomeOf(reply)).toEqual({ ...reply, header: "" });
  });

  it.each([
    ["images", [image(3 * mebibyte), image(2 * mebibyte + 1)]],
    ["an embedded resource", [{ resource: { uri: "u", body: new Uint8Array(5 * mebibyte + 1) } }]],
  ])("refuses more of %s, from a tool or in a prompt", async (_, parts) => {
    const refused = { code: "refused", message: expect.stringContaining("smaller images") };
    await expect(outcomeOf(content(...parts))).rejects.toMatchObject(refused);
    await expect(outcomeOf({ kind: "prompt", messages: parts }, "prompt")).rejects.toMatchObject(refused);
  });

  it("refuses what is neither an image nor a sound", async () => {
    const page = { media: new Uint8Array(1), mimeType: "text/html" };
    await expect(outcomeOf(content(page))).rejects.toMatchObject({ code: "internal" });
  });

  it("cuts the text of an embedded resource as any other", async () => {
    const { facts, parts } = await contentOf(content({ resource: { uri: "u", body: "x".repeat(2000) } }));
    const shown = parts.map(partText).join("").length;
    expect(shown).toBeGreaterThan(900);
    expect(facts).toEqual({ truncated: `${2000 - shown} bytes left out` });
  });
});

describe("the stage budget on what cannot be cut", () => {
  it("lets a record within the budget through, written down once for what is measured and what is sent", async () => {
    let times = 0;
    const counted = { toJSON: () => `${"x".repeat(900)}${++times}` };
    const reply: Reply = { kind: "record", record: { counted } };
    expect(await outcomeOf(reply)).toEqual({ ...reply, text: `{"counted":"${"x".repeat(900)}1"}` });
    expect(times).toBe(1);
  });

  it("refuses a record over it, and says how to ask for less", async () => {
    const refused = outcomeOf({ kind: "record", record: { text: "x".repeat(1000) } });
    await expect(refused).rejects.toMatchObject({
      code: "refused",
      message: expect.stringMatching(/answered 1011 bytes, over the limit of 1000\. Ask for less/),
    });
  });

  it("counts a record as the model sees it, with the fence's escapes", async () => {
    const refused = outcomeOf({ kind: "record", record: { text: "\u200b".repeat(100) } });
    await expect(refused).rejects.toMatchObject({ code: "refused" });
  });

  it("refuses prompts over the budget", async () => {
    await expect(outcomeOf({ kind: "prompt", messages: [{ text: "x".repeat(1001) }] }, "prompt")).rejects.toMatchObject(
      {
        code: "refused",
      },
    );
  });

  it("shortens lists to what fits, and tells how many were left out", async () => {
    const items = ["a".repeat(600), "b".repeat(600), "c"];
    expect(await outcomeOf({ kind: "list", items }, "list")).toMatchObject({ items: [items[0]], left: 2 });
    expect(await outcomeOf({ kind: "list", items: ["d"] }, "list")).toMatchObject({ items: ["d"] });
  });

  it("lets a resource through that is larger than what a model takes", async () => {
    const body = "x".repeat(1_300_000);
    const resource: Reply = { kind: "resource", uri: "shelf://a", mimeType: undefined, body };
    expect(await outcomeOf(resource, "resource")).toMatchObject({ body });
  });

  it.each([
    ["of text", "x".repeat(1_400_000)],
    ["of text that JSON would double", '"'.repeat(700_001)],
    ["of bytes", new Uint8Array(1_050_001)],
  ])("refuses a resource %s over what a host can take in", async (_, body) => {
    const refused = outcomeOf({ kind: "resource", uri: "shelf://a", mimeType: undefined, body }, "resource");
    await expect(refused).rejects.toMatchObject({ message: expect.stringContaining("Read it in parts with a tool") });
  });
});

describe("the stage budget on errors", () => {
  it("counts the code that stands before the message", async () => {
    const failed = pass(
      callOf(
        operationOf(async () => {
          throw new ConnectorError("not_found", "x".repeat(995));
        }),
        runtime,
      ),
    );
    const error = await failed.catch((thrown: unknown) => thrown as ConnectorError);
    const { content } = toolError(error as ConnectorError);
    expect(Buffer.byteLength((content[0] as { text: string }).text)).toBeLessThanOrEqual(1000);
  });

  const failing = (message: string) =>
    pass(
      callOf(
        operationOf(async () => {
          throw new ConnectorError("not_found", message);
        }),
      ),
    );

  it("lets a message through that can be read", async () => {
    await expect(failing("x".repeat(4096))).rejects.toMatchObject({ message: "x".repeat(4096) });
  });

  it("cuts one that cannot", async () => {
    const cut = await failing("日".repeat(2000)).catch((error: unknown) => error as ConnectorError);
    expect(cut).toMatchObject({ message: expect.stringMatching(/^日+ … \(cut\)$/) });
    expect(Buffer.byteLength((cut as ConnectorError).message)).toBeLessThanOrEqual(4096);
  });
});

describe("a tool that pages", () => {
  it("never comes near its budget, and leaves nothing out over all pages", async () => {
    const served = await Served.start(["--access", "write", "--max-result-bytes", "1024"]);
    const names = Array.from({ length: 60 }, (_, index) => `note ${index} ${"\u001b\u200b".repeat(index % 7)}`);
    served.shelf.notes.clear();
    for (const name of names) served.shelf.notes.set(name, "");
    const seen: unknown[] = [];
    for (let cursor: unknown; ; ) {
      const { structured, isError, text } = await served.call("shelf_list", cursor === undefined ? {} : { cursor });
      expect(isError, text).toBe(false);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024);
      seen.push(...((structured?.names ?? []) as unknown[]));
      cursor = structured?.nextCursor;
      if (cursor === undefined) break;
    }
    expect(seen).toHaveLength(names.length);
    await served.close();
  });

  it("refuses the cursor of another call", async () => {
    const served = await Served.start(["--max-result-bytes", "1024"]);
    for (let index = 0; index < 200; index += 1) served.shelf.notes.set(`note ${index}`, "");
    const { structured } = await served.call("shelf_list", { prefix: "note" });
    const cursor = structured?.nextCursor;
    expect((await served.call("shelf_list", { prefix: "note", cursor })).isError).toBe(false);
    expect((await served.call("shelf_list", { prefix: "no", cursor })).meta.code).toBe("invalid_input");
    await served.close();
  });
});
