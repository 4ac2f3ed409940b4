import { describe, expect, it } from "vitest";
import { ConnectorError } from "../errors/connector-error.ts";
import type { RecordReply, Reply } from "./reply.ts";
import { rewriteText } from "./rewrite-text.ts";

const upper = (reply: Reply) =>
  rewriteText(
    async () => reply,
    (text) => text.toUpperCase(),
  );

describe("rewriteText", () => {
  it("rewrites every text of a record, at any depth, keys included", async () => {
    const record = { a: "x", list: ["y", { b: "z" }], n: 1, none: null, yes: true };
    expect(await upper({ kind: "record", record })).toEqual({
      kind: "record",
      record: { A: "X", LIST: ["Y", { B: "Z" }], N: 1, NONE: null, YES: true },
    });
  });

  it("rewrites the texts and facts of a content answer, and leaves its kind", async () => {
    const reply: Reply = { kind: "content", facts: { PATH: "a" }, parts: [{ facts: { LINES: "b" }, text: "c" }] };
    expect(await upper(reply)).toEqual({
      kind: "content",
      facts: { PATH: "A" },
      parts: [{ facts: { LINES: "B" }, text: "C" }],
    });
  });

  it("rewrites prompts, lists and resources of text", async () => {
    expect(await upper({ kind: "prompt", messages: [{ text: "a" }] })).toMatchObject({ messages: [{ text: "A" }] });
    expect(await upper({ kind: "list", items: ["a", { NAME: "b" }] })).toMatchObject({ items: ["A", { NAME: "B" }] });
    const resource = { kind: "resource", uri: "u", mimeType: undefined } as const;
    expect(await upper({ ...resource, body: "a" })).toMatchObject({ body: "A", uri: "u" });
    const facts = { note: "b" };
    expect(await upper({ ...resource, body: "a", facts })).toMatchObject({ body: "A", facts: { note: "B" } });
    expect(await upper({ ...resource, body: new Uint8Array(1), facts })).toMatchObject({ facts: { note: "B" } });
  });

  it("leaves bytes alone", async () => {
    const body = new Uint8Array([97, 98]);
    expect(await upper({ kind: "resource", uri: "u", mimeType: undefined, body })).toMatchObject({ body });
  });

  it("loses no key, not even one that names a prototype", async () => {
    const record = JSON.parse('{"__proto__":{"polluted":"x"},"constructor":"y"}') as Record<string, unknown>;
    const reply = await rewriteText(
      async () => ({ kind: "record", record }),
      (text) => text,
    );
    expect(JSON.stringify(reply)).toContain('{"__proto__":{"polluted":"x"},"constructor":"y"}');
    expect(Object.hasOwn({}, "polluted")).toBe(false);
  });

  it("leaves what it need not rewrite the same object, and of a record with one such text the rest in its order", async () => {
    const [clean, touched] = [
      { a: "X", n: 1 },
      { a: "X", b: "y", c: ["Z"] },
    ];
    const { record } = (await upper({ kind: "record", record: { ROWS: [clean, touched] } })) as RecordReply;
    // The names of the rows are rewritten too.
    expect(JSON.stringify(record)).toBe('{"ROWS":[{"A":"X","N":1},{"A":"X","B":"Y","C":["Z"]}]}');
    expect(JSON.stringify([clean, touched])).toBe('[{"a":"X","n":1},{"a":"X","b":"y","c":["Z"]}]');
    const same = { ROWS: [{ A: "X" }], LIST: [["Y"]] };
    expect(await upper({ kind: "record", record: same })).toMatchObject({ record: same });
    expect(((await upper({ kind: "record", record: same })) as RecordReply).record).toBe(same);
    const last = await upper({ kind: "record", record: { A: "X", B: "Y", C: "z" } });
    expect(JSON.stringify(last)).toBe('{"kind":"record","record":{"A":"X","B":"Y","C":"Z"}}');
  });

  it("leaves what would write itself down as something else no way to do so", async () => {
    class Sly {
      readonly shown = "x";
      toJSON() {
        return "a secret";
      }
    }
    const reply = await rewriteText(
      async () => ({ kind: "record", record: { inner: [new Sly()] } }),
      (text) => text,
    );
    expect(JSON.stringify(reply)).toBe('{"kind":"record","record":{"inner":[{"shown":"x"}]}}');
  });

  it("rewrites the message of an error", async () => {
    const failing = rewriteText(
      async () => {
        throw new ConnectorError("not_found", "gone");
      },
      (text) => text.toUpperCase(),
    );
    await expect(failing).rejects.toMatchObject({ code: "not_found", message: "GONE" });
  });

  it("rewrites the message of an error that is thrown before there is a promise", async () => {
    const failing = rewriteText(
      () => {
        throw new ConnectorError("refused", "no");
      },
      (text) => text.toUpperCase(),
    );
    await expect(failing).rejects.toMatchObject({ message: "NO" });
  });
});
