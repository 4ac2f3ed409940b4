import { describe, expect, it, vi } from "vitest";
import { ShelfOverHttp } from "../../test/shelf-over-http.ts";

const [alice, bob] = [{ authorization: "Bearer alice:full" }, { authorization: "Bearer bob:full" }];

/** A shelf with so many notes that a list of them takes several pages. */
async function startFull(): Promise<ShelfOverHttp> {
  const served = await ShelfOverHttp.start("--max-result-bytes", "1024");
  for (let count = 0; count < 200; count += 1) served.shelf.notes.set(`note ${count}`, "");
  return served;
}

describe("two principals", () => {
  it("cannot go on with each other's cursors", async () => {
    const served = await startFull();
    const first = await served.call("shelf_list", {}, alice);
    const { nextCursor: cursor } = (first.message.result?.structuredContent ?? {}) as { nextCursor?: string };
    const stolen = await served.call("shelf_list", { cursor }, bob);
    expect(stolen.message.result).toMatchObject({ isError: true, _meta: { code: "invalid_input" } });
    const own = await served.call("shelf_list", { cursor }, alice);
    expect(own.message.result).not.toHaveProperty("isError", true);
  });

  it("cannot use each other's approvals", async () => {
    const served = await ShelfOverHttp.start();
    const input = { name: "monday" };
    const asked = (await served.call("shelf_burn", input, alice)).message.result;
    expect(asked).toMatchObject({ resultType: "input_required" });
    const answered = {
      name: "shelf_burn",
      arguments: input,
      requestState: asked?.requestState,
      inputResponses: { allow: { action: "accept", content: { allow: true } } },
    };
    const stolen = await served.request("tools/call", answered, bob);
    expect(stolen.message.error).toMatchObject({ code: -32602, data: { code: "refused" } });
    expect(served.shelf.notes.has("monday")).toBe(true);
    const own = await served.request("tools/call", answered, alice);
    expect(own.message.result).toMatchObject({ resultType: "complete" });
    expect(served.shelf.notes.has("monday")).toBe(false);
  });

  it("have each their own rate", async () => {
    const served = await ShelfOverHttp.start("--rate", "2/min");
    const read = (who: typeof alice) => served.call("shelf_read", { name: "monday" }, who);
    await read(alice);
    await read(alice);
    expect((await read(alice)).message.result).toMatchObject({ isError: true, _meta: { code: "rate_limited" } });
    expect((await read(bob)).message.result).not.toHaveProperty("isError", true);
  });

  it("do not wait behind each other's calls", async () => {
    const served = await ShelfOverHttp.start("--concurrency", "1");
    const waiting = served.call("shelf_wait", {}, alice);
    await vi.waitFor(() => expect(served.shelf.ran).toEqual(["wait"]));
    expect((await served.call("shelf_read", { name: "monday" }, bob)).message.result).not.toHaveProperty(
      "isError",
      true,
    );
    served.instance.abortCalls();
    await waiting;
  });

  it("are recorded each by their own name", async () => {
    const served = await ShelfOverHttp.start();
    await served.call("shelf_read", { name: "monday" }, alice);
    await served.call("shelf_read", { name: "monday" }, bob);
    expect(served.log.calls.map(({ principal }) => principal)).toEqual(["alice", "bob"]);
  });
});

describe("a token that allows less than the server", () => {
  it("shows the tools that it allows, and no more", async () => {
    const served = await ShelfOverHttp.start();
    const listed = async (access: string) => {
      const { message } = await served.request("tools/list", {}, { authorization: `Bearer alice:${access}` });
      return ((message.result?.tools ?? []) as Array<{ name: string }>).map(({ name }) => name);
    };
    expect(await listed("read")).not.toContain("shelf_put");
    expect(await listed("write")).toContain("shelf_put");
    expect(await listed("write")).not.toContain("shelf_burn");
    expect(await listed("full")).toContain("shelf_burn");
  });

  it("has a call that needs more refused, recorded, and the host told which scope would do", async () => {
    const served = await ShelfOverHttp.start();
    const { response } = await served.call(
      "shelf_append",
      { name: "monday", text: "!" },
      { authorization: "Bearer alice:read" },
    );
    expect([response.status, response.headers.get("www-authenticate")]).toEqual([
      403,
      'Bearer error="insufficient_scope", scope="mcp:write"',
    ]);
    expect(served.log.calls).toMatchObject([{ tool: "shelf_append", outcome: "refused", principal: "alice" }]);
    expect(served.shelf.notes.get("monday")).toBe("bread");
  });

  it("has a call refused whose effect only its arguments tell", async () => {
    const served = await ShelfOverHttp.start("--confirm", "never");
    const input = { name: "monday", text: "new", replace: true };
    const refused = await served.call("shelf_put", input, { authorization: "Bearer alice:write" });
    expect(refused.message.result).toMatchObject({ isError: true, _meta: { code: "refused" } });
    expect(served.shelf.notes.get("monday")).toBe("bread");
    await served.call("shelf_put", input, { authorization: "Bearer alice:full" });
    expect(served.shelf.notes.get("monday")).toBe("new");
  });

  it("cannot lift what the server itself does not allow", async () => {
    const served = await ShelfOverHttp.start("--tools", "shelf_read");
    const { message, response } = await served.call("shelf_append", { name: "monday", text: "!" }, alice);
    expect([response.status, message.result?.isError]).toEqual([200, true]);
  });
});
