import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Served } from "../../test/served.ts";

let served: Served;
beforeEach(async () => {
  served = await Served.start();
});
afterEach(() => served.close());

describe("a served connector", () => {
  it("announces what it has, and what it is for", async () => {
    const clientInfo = { name: "raw", version: "1" };
    const { result } = await served.request("initialize", {
      protocolVersion: "2025-11-25",
      capabilities: {},
      clientInfo,
    });
    expect(result).toMatchObject({
      instructions: "Read with shelf_read.",
      serverInfo: { title: "Shelf", version: expect.stringMatching(/^\d/) },
      capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} },
    });
  });

  it("answers a tool that does not exist with an error of the protocol, and records nothing", async () => {
    const { error } = await served.request("tools/call", { name: "shelf_nothing", arguments: {} });
    expect(error).toMatchObject({ code: -32602, message: expect.stringContaining("shelf_nothing") });
    expect(served.log.calls).toEqual([]);
  });

  it("shows what is invisible in the name of a tool that does not exist", async () => {
    const { error } = await served.request("tools/call", { name: "shelf_\u202eread", arguments: {} });
    expect(error?.message).toMatch(/^There is no tool "shelf_⟦U\+202E⟧read"/);
  });

  it.each(["__proto__", "constructor", "toString"])("has no tool %s", async (name) => {
    expect((await served.request("tools/call", { name, arguments: {} })).error?.code).toBe(-32602);
  });

  it("lists resources and their templates, and reads one", async () => {
    expect((await served.request("resources/list")).result?.resources).toEqual([
      { uri: "shelf://monday", name: "monday" },
    ]);
    expect((await served.request("resources/templates/list")).result?.resourceTemplates).toMatchObject([
      { uriTemplate: "shelf://{name}" },
    ]);
    expect((await served.request("resources/read", { uri: "shelf://monday" })).result?.contents).toEqual([
      {
        uri: "shelf://monday",
        mimeType: "text/plain",
        text: "bread",
        _meta: { provenance: { origin: expect.any(String), trust: "untrusted" } },
      },
    ]);
  });

  it("names the addresses that it knows where one is none of them", async () => {
    const { error } = await served.request("resources/read", { uri: "file:///etc/passwd" });
    expect(error).toMatchObject({ code: -32602, data: { code: "not_found" } });
    expect(error?.message).toContain("shelf://{name}");
  });

  it("gives a prompt as the person's message, and lists what it needs", async () => {
    expect((await served.request("prompts/list")).result?.prompts).toMatchObject([
      {
        name: "review",
        arguments: [
          { name: "name", required: true },
          { name: "tone", required: false },
        ],
      },
    ]);
    const { result } = await served.request("prompts/get", { name: "review", arguments: { name: "monday" } });
    expect(result?.messages).toEqual([{ role: "user", content: { type: "text", text: "Review this: bread" } }]);
  });

  it("answers a prompt that does not exist with an error of the protocol", async () => {
    expect((await served.request("prompts/get", { name: "nothing" })).error?.code).toBe(-32602);
  });

  it("completes a template's variable with at most a hundred suggestions", async () => {
    for (let index = 0; index < 300; index += 1) served.shelf.notes.set(`note ${index}`, "");
    const complete = (uri: string, name: string, value: string) =>
      served.request("completion/complete", { ref: { type: "ref/resource", uri }, argument: { name, value } });
    expect((await complete("shelf://{name}", "name", "mon")).result?.completion).toEqual({
      values: ["monday"],
      total: 1,
      hasMore: false,
    });
    const { result } = await complete("shelf://{name}", "name", "note");
    expect(result).toMatchObject({ completion: { values: { length: 100 }, total: 300, hasMore: true } });
  });

  it("suggests nothing for what it does not know", async () => {
    const ref = { type: "ref/resource", uri: "other://{name}" };
    const { result } = await served.request("completion/complete", { ref, argument: { name: "name", value: "" } });
    expect(result?.completion).toEqual({ values: [] });
  });

  it("checks the system that it serves", async () => {
    expect(await served.instance.check()).toEqual({ notes: 1 });
  });
});
