import { describe, expect, it, vi } from "vitest";
import { ShelfOverHttp } from "../../test/shelf-over-http.ts";
import { authInfoOf } from "./auth-info.ts";
import { Sessions } from "./sessions.ts";

const clientInfo = { name: "raw", version: "1" };
const initialize = {
  jsonrpc: "2.0",
  id: 0,
  method: "initialize",
  params: { protocolVersion: "2025-11-25", capabilities: {}, clientInfo },
};

describe("a session of a host of 2025-11-25", () => {
  it("serves calls until the host ends it", async () => {
    const served = await ShelfOverHttp.start();
    const id = await served.session();
    const { message } = await served.inSession(id, "tools/call", { name: "shelf_read", arguments: { name: "monday" } });
    expect(message.result?.content).toMatchObject([{ text: expect.stringContaining("bread") }]);
    expect((await served.send({ method: "DELETE", headers: { "mcp-session-id": id } })).status).toBe(200);
    expect((await served.inSession(id, "tools/list")).response.status).toBe(404);
  });

  it("is nobody else's: to another principal it looks as if it had never been", async () => {
    const served = await ShelfOverHttp.start();
    const id = await served.session("Bearer alice:full");
    const made = await served.inSession("5b3c0d3e-0000-4000-8000-000000000000", "tools/list", {}, "Bearer bob:full");
    for (const method of ["tools/list", "resources/list"]) {
      const { response, message } = await served.inSession(id, method, {}, "Bearer bob:full");
      expect([response.status, message]).toEqual([404, made.message]);
    }
    const headers = { authorization: "Bearer bob:full", "mcp-session-id": id };
    expect((await served.send({ method: "DELETE", headers })).status).toBe(404);
    expect((await served.send({ method: "GET", headers })).status).toBe(404);
    expect((await served.inSession(id, "tools/list")).response.status).toBe(200);
  });

  it("does in each request what that request's own token allows, whatever the session began with", async () => {
    const served = await ShelfOverHttp.start();
    const id = await served.session("Bearer alice:full");
    const put = { name: "shelf_append", arguments: { name: "monday", text: "!" } };
    const refused = await served.inSession(id, "tools/call", put, "Bearer alice:read");
    expect(refused.response.status).toBe(403);
    const listed = await served.inSession(id, "tools/list", {}, "Bearer alice:read");
    expect(JSON.stringify(listed.message)).not.toContain("shelf_append");
    expect(served.shelf.notes.get("monday")).toBe("bread");
    await served.inSession(id, "tools/call", put, "Bearer alice:write");
    expect(served.shelf.notes.get("monday")).toBe("bread!");
  });

  it("opens its stream of news with something to read, so that nobody waits for the first of them", async () => {
    const served = await ShelfOverHttp.start();
    const headers = { "mcp-session-id": await served.session(), accept: "text/event-stream" };
    const stream = await served.send({ method: "GET", headers });
    const { value } = (await stream.body?.getReader().read()) ?? {};
    expect(Buffer.from(value ?? []).toString()).toBe(": open\n\n");
    const second = await served.send({ method: "GET", headers });
    expect([second.status, await second.json()]).toMatchObject([409, { error: {} }]);
  });

  it("cancels a call that the host gives up, and the tool hears of it", async () => {
    const served = await ShelfOverHttp.start();
    const id = await served.session();
    const abandon = new AbortController();
    const headers = { "mcp-session-id": id };
    const called = fetch(`http://127.0.0.1:${served.port}/mcp`, {
      method: "POST",
      headers: {
        ...headers,
        authorization: "Bearer alice:full",
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
      },
      body: JSON.stringify({
        jsonrpc: "2.0",
        id: 5,
        method: "tools/call",
        params: { name: "shelf_wait", arguments: {} },
      }),
      signal: abandon.signal,
    }).catch(() => undefined);
    await vi.waitFor(() => expect(served.shelf.signals).toHaveLength(1));
    const body = { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 5 } };
    expect((await served.send({ headers, body })).status).toBe(202);
    await vi.waitFor(() => expect(served.shelf.signals[0]?.aborted).toBe(true));
    // Its stream ends too: no answer will come.
    expect(await (await called)?.text()).not.toContain("data: {");
    expect(await served.server.drain(60_000)).toBeUndefined();
    abandon.abort();
  });

  it.each([
    ["alone", 1],
    ["in a batch", 2],
  ] as const)("ends the stream of a call that is given up %s", async (_, count) => {
    const served = await ShelfOverHttp.start();
    const id = await served.session(undefined, {}, "2025-03-26");
    const waiting = served.inSession(id, "tools/call", { name: "shelf_wait", arguments: {} });
    await vi.waitFor(() => expect(served.shelf.signals).toHaveLength(1));
    const cancel = (requestId: number) => ({
      jsonrpc: "2.0",
      method: "notifications/cancelled",
      params: { requestId },
    });
    const body = [cancel(1), cancel(99)].slice(0, count);
    const headers = { "mcp-session-id": id };
    // Of what is not under way nothing ends.
    expect((await served.send({ headers, body: [cancel(98)] })).status).toBe(202);
    expect(served.shelf.signals[0]?.aborted).toBe(false);
    expect((await served.send({ headers, body })).status).toBe(202);
    expect((await waiting).message).toEqual({});
    expect(served.shelf.signals[0]?.aborted).toBe(true);
  });

  it("answers what runs when the host ends the session, and nothing where that is refused", async () => {
    const served = await ShelfOverHttp.start();
    const id = await served.session();
    const waiting = served.inSession(id, "tools/call", { name: "shelf_wait", arguments: {} });
    await vi.waitFor(() => expect(served.shelf.signals).toHaveLength(1));
    const end = (revision: string) =>
      served.send({ method: "DELETE", headers: { "mcp-session-id": id, "mcp-protocol-version": revision } });
    expect((await end("1999-01-01")).status).toBe(400);
    expect(served.shelf.signals[0]?.aborted).toBe(false);
    expect((await end("2025-11-25")).status).toBe(200);
    expect((await waiting).message).toMatchObject({ id: 1, error: { message: "The session was ended" } });
    await vi.waitFor(() => expect(served.shelf.signals[0]?.aborted).toBe(true));
  });

  it("tells a call that waits for a person that the server stops", async () => {
    const served = await ShelfOverHttp.start();
    const id = await served.session("Bearer alice:full", { elicitation: {} });
    const burn = { name: "shelf_burn", arguments: { name: "monday" } };
    const asked = served.inSession(id, "tools/call", burn);
    await vi.waitFor(() => expect(served.log.events.some(({ event }) => event === "asked")).toBe(true));
    await served.server.close();
    expect((await asked).message).toMatchObject({ id: 1, error: { message: "The server is stopping" } });
    expect(served.shelf.notes.has("monday")).toBe(true);
  });

  it("takes no second request of an id while the first runs", async () => {
    const served = await ShelfOverHttp.start();
    const id = await served.session();
    const waiting = served.inSession(id, "tools/call", { name: "shelf_wait", arguments: {} });
    await vi.waitFor(() => expect(served.shelf.ran).toEqual(["wait"]));
    expect((await served.inSession(id, "tools/list")).response.status).toBe(400);
    served.instance.abortCalls();
    expect((await waiting).message.result).toMatchObject({ isError: true });
    expect((await served.inSession(id, "tools/list")).response.status).toBe(200);
  });
});

describe("Sessions", () => {
  const authInfo = (principal: string) => authInfoOf({ principal, access: "read" }, "r");
  const asked = () =>
    new Request("http://127.0.0.1/mcp", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
    });

  async function open(options: { readonly most?: number; readonly longestIdle?: number }) {
    const { instance } = await ShelfOverHttp.start();
    const sessions = new Sessions({
      bind: () => instance.bind(() => ({ principal: "x", access: "read" }), undefined),
      ...options,
    });
    const begin = async (principal: string) => {
      const response = await sessions.handle(asked(), authInfo(principal), initialize);
      await response.text();
      return response;
    };
    return { sessions, begin };
  }

  it("refuses one too many while all are in use, and says when to come again", async () => {
    const { sessions, begin } = await open({ most: 2 });
    expect((await begin("alice")).status).toBe(200);
    expect((await begin("bob")).status).toBe(200);
    const refused = await begin("carol");
    expect([refused.status, refused.headers.get("retry-after"), sessions.size]).toEqual([503, "60", 2]);
    await sessions.close();
    expect(sessions.size).toBe(0);
  });

  it("ends the one that has been idle longest to make room", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { sessions, begin } = await open({ most: 2 });
    const first = (await begin("alice")).headers.get("mcp-session-id") ?? "";
    vi.advanceTimersByTime(61_000);
    await begin("bob");
    expect((await begin("carol")).status).toBe(200);
    const headers = { "mcp-session-id": first };
    expect(
      (await sessions.handle(new Request("http://127.0.0.1/mcp", { headers }), authInfo("alice"), undefined)).status,
    ).toBe(404);
    vi.useRealTimers();
    await sessions.close();
  });

  it("lets no principal take all the room", async () => {
    const { sessions, begin } = await open({});
    const statuses: number[] = [];
    for (let count = 0; count < 129; count += 1) statuses.push((await begin("greedy")).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(128);
    expect((await begin("modest")).status).toBe(200);
    await sessions.close();
  });

  it("ends those that nobody uses", async () => {
    vi.useFakeTimers({ toFake: ["performance", "setInterval", "clearInterval"] });
    const { sessions, begin } = await open({ longestIdle: 1000 });
    await begin("alice");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sessions.size).toBe(0);
    vi.useRealTimers();
    await sessions.close();
  });
});
