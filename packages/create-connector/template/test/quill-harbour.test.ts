import { type Host, inProcess, openHost } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { quillHarbour } from "../src/connector.ts";
import { type Stand, startQuillHarbour } from "./stand/start-quill-harbour.ts";

const token = "items-5f1d2c9e7a";
let stand: Stand;
beforeAll(async () => {
  stand = await startQuillHarbour(token, [
    { id: "1", title: "Ink", body: "black", added: "2026-01-31T12:00:00.000Z" },
    { id: "2", title: "Paper", body: "white", added: "2026-02-01T12:00:00.000Z" },
  ]);
});
afterAll(() => stand[Symbol.asyncDispose]());

let host: Host;
afterEach(() => host.close());

async function serve(access: string, environment = { QUILL_HARBOUR_TOKEN: token }): Promise<void> {
  host = await openHost(
    "2025-11-25, SDK 2",
    inProcess(quillHarbour, { argv: ["--access", access, stand.url], environment }),
  );
}

describe("Quill Harbour", () => {
  it("is searched, the newest first", async () => {
    await serve("read");
    const { structured } = await host.callTool("quill_harbour_search", { text: "" });
    expect(structured?.items).toMatchObject([{ title: "Paper" }, { title: "Ink" }]);
  });

  it("is not added to unless whoever starts the server grants that", async () => {
    await serve("read");
    expect((await host.listTools()).map(({ name }) => name)).toEqual(["quill_harbour_search"]);
    const answer = await host.callTool("quill_harbour_add", { title: "Sand" });
    expect([answer.isError, stand.items.length]).toEqual([true, 2]);
  });

  it("takes a new item, which can be read by its address", async () => {
    await serve("write");
    const { structured } = await host.callTool("quill_harbour_add", { title: "Sand", body: "fine" });
    const { text } = await host.readResource(`quill-harbour://items/${structured?.id}`);
    expect(JSON.parse(text ?? "")).toMatchObject({ title: "Sand", body: "fine" });
  });

  it.each(["..%2Fme", "%2e%2e", "9"])("has no item %s", async (id) => {
    await serve("read");
    await expect(host.readResource(`quill-harbour://items/${id}`)).rejects.toThrow("no such item");
  });

  it("says what to do where the token is wrong", async () => {
    await serve("read", { QUILL_HARBOUR_TOKEN: "items-of-somebody-else" });
    const answer = await host.callTool("quill_harbour_search", { text: "" });
    expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining("Check QUILL_HARBOUR_TOKEN")]);
  });
});
