import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Served } from "../../test/served.ts";
import { makeVisible } from "../fence/make-visible.ts";

let served: Served;
beforeEach(async () => {
  served = await Served.start(["--access", "full"]);
});
afterEach(() => served.close());

describe("the stage validate", () => {
  it("lets through what the schema knows", async () => {
    expect(await served.call("shelf_read", { name: "monday" })).toMatchObject({ isError: false });
  });

  it("refuses an unknown key and names the one that it was meant to be", async () => {
    const { meta, text } = await served.call("shelf_read", { nmae: "monday" });
    expect(meta.code).toBe("invalid_input");
    expect(text).toContain('unknown argument "nmae" (did you mean "name"?)');
  });

  it("names what the tool takes", async () => {
    expect((await served.call("shelf_put", {})).text).toContain("It takes: name, text, replace.");
  });

  it("hands the tool the defaults of the schema", async () => {
    const { structured } = await served.call("shelf_put", { name: "a", text: "b" });
    expect(structured).toEqual({ stored: true });
  });

  it("takes a call without arguments for one with none", async () => {
    const { result } = await served.request("tools/call", { name: "shelf_list" });
    expect(result).toMatchObject({ structuredContent: { names: ["monday"] } });
  });

  it("runs nothing of what it refuses", async () => {
    await served.call("shelf_read", { name: "monday", extra: 1 });
    expect(served.shelf.ran).toEqual([]);
  });

  it.each([
    ["nested too deeply", JSON.parse(`${"[".repeat(200)}${"]".repeat(200)}`) as unknown, "nested over 32 levels deep"],
    ["of 200,000 values", Array(200_000).fill(0), "hold over 100000 values"],
  ])("refuses arguments %s before the schema walks them", async (_, bomb, reason) => {
    const { meta, text } = await served.call("shelf_read", { name: bomb });
    expect([meta.code, text]).toEqual(["invalid_input", expect.stringContaining(reason)]);
  });

  it("shows invisible characters of a key that it echoes", async () => {
    const { text } = await served.call("shelf_read", { "na\u202eem\u200b": "x" });
    expect(text).toContain("na⟦U+202E⟧em⟦U+200B⟧");
  });

  it("keeps configured secrets out of what it echoes", async () => {
    const guarded = await Served.start([], { SHELF_KEY: "open-sesame" });
    const { text } = await guarded.call("shelf_read", { "open-sesame": "x" });
    expect(text).not.toContain("open-sesame");
    await guarded.close();
  });

  it("applies to prompts too", async () => {
    const { error } = await served.request("prompts/get", {
      name: "review",
      arguments: { name: "monday", tones: "x" },
    });
    expect(error).toMatchObject({ code: -32602, data: { code: "invalid_input" } });
  });
});

describe("a write with the placeholder of a secret", () => {
  const secret = "hunter2-hunter2";

  beforeEach(async () => {
    await served.close();
    served = await Served.start(["--access", "full", "--confirm", "never"], { SHELF_KEY: secret });
    served.shelf.notes.set("config", `token=${secret}\ncolour=red`);
  });

  it("is refused, so that what was read is not written over the secret", async () => {
    const { text } = await served.call("shelf_read", { name: "config" });
    const [, shown = ""] = /(token=.*)/.exec(text) ?? [];
    expect(shown).toContain("⟦redacted ");
    const { meta, text: refusal } = await served.call("shelf_put", { name: "config", text: shown, replace: true });
    expect(meta.code).toBe("refused");
    expect(refusal).toContain("change only what stands around it");
    expect(served.shelf.notes.get("config")).toContain(secret);
  });

  it("is refused wherever the placeholder stands, and whichever process it came from", async () => {
    expect((await served.call("shelf_put", { name: "⟦redacted jwt 00000000⟧", text: "" })).meta.code).toBe("refused");
  });

  it("passes when it writes what only looks alike, as the fence shows it", async () => {
    const shown = makeVisible("see ⟦redacted jwt 00000000⟧");
    expect(await served.call("shelf_put", { name: "notes", text: shown })).toMatchObject({ isError: false });
    expect(await served.call("shelf_put", { name: "more", text: "[redacted] and ⟦x⟧" })).toMatchObject({
      isError: false,
    });
  });

  it("does not keep anybody from looking for one", async () => {
    expect(await served.call("shelf_list", { prefix: "⟦redacted jwt 00000000⟧" })).toMatchObject({ isError: false });
  });
});
