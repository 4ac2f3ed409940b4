import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BoardHost } from "../../test/board-host.ts";

let host: BoardHost;
beforeEach(async () => {
  host = await BoardHost.start("modern");
});
afterEach(() => host.close());

const names = (count: number) => Array.from({ length: count }, (_, index) => `board://${index}`);
const acknowledged = (count = 1) => vi.waitFor(() => expect(host.acknowledged).toHaveLength(count));

describe("subscriptions/listen", () => {
  it("tells of changes, under the id of the request", async () => {
    void host.listen("mine", "board://a");
    await acknowledged();
    host.board.change("a");
    await vi.waitFor(() => expect(host.updates).toHaveLength(1));
    expect(host.notifications).toEqual([
      expect.objectContaining({
        params: {
          notifications: { resourceSubscriptions: ["board://a"] },
          _meta: { "io.modelcontextprotocol/subscriptionId": "mine" },
        },
      }),
      expect.objectContaining({
        method: "notifications/resources/updated",
        params: { uri: "board://a", _meta: { "io.modelcontextprotocol/subscriptionId": "mine" } },
      }),
    ]);
  });

  it("tells of what changes while it begins once it is acknowledged, and not before", async () => {
    void host.listen(1, "board://eager", ...names(50));
    await vi.waitFor(() => expect(host.updates).toEqual(["board://eager"]));
    expect(host.notifications.map(({ method }) => method)).toEqual([
      "notifications/subscriptions/acknowledged",
      "notifications/resources/updated",
    ]);
  });

  it("tells of an address to each request that asks for it, and watches it once", async () => {
    void host.listen(1, "board://a", "board://b");
    void host.listen("1", "board://a");
    await acknowledged(2);
    host.board.change("a");
    await vi.waitFor(() => expect(host.updates).toEqual(["board://a", "board://a"]));
    expect(host.notifications.slice(2).map(({ params }) => params?._meta)).toEqual([
      { "io.modelcontextprotocol/subscriptionId": 1 },
      { "io.modelcontextprotocol/subscriptionId": "1" },
    ]);
    expect(host.board.begun).toBe(2);
  });

  it("acknowledges what may be subscribed to, and nothing else", async () => {
    void host.listen(1, "board://a", "board://secret", "paper://a", "file:///etc/passwd", "board://b", "board://a");
    await acknowledged();
    expect(host.acknowledged).toEqual([{ resourceSubscriptions: ["board://a", "board://b"] }]);
    expect([...host.board.open].map(({ uri }) => uri)).toEqual(["board://a", "board://b"]);
  });

  it("records each address as a call of its own, refused ones too", async () => {
    void host.listen(1, "board://a", "board://secret");
    await acknowledged();
    expect(host.log.calls).toHaveLength(2);
    for (const outcome of ["succeeded", "refused"]) {
      const line = { subscription: "notice", principal: "local", effect: "read", outcome };
      expect(host.log.calls).toContainEqual(expect.objectContaining(line));
    }
  });

  it("has the addresses of a resource that --tools takes away refused, and those of others not", async () => {
    const narrow = await BoardHost.start("modern", "--tools", "!board_read");
    void narrow.listen(1, "board://a");
    await vi.waitFor(() => expect(narrow.acknowledged).toEqual([{}]));
    expect(narrow.board.begun).toBe(0);
    await narrow.close();
    const wide = await BoardHost.start("modern", "--tools", "!board_other");
    void wide.listen(1, "board://a");
    await vi.waitFor(() => expect(wide.acknowledged).toEqual([{ resourceSubscriptions: ["board://a"] }]));
    await wide.close();
  });

  it("holds no place among calls while it is open", async () => {
    const single = await BoardHost.start("modern", "--concurrency", "1");
    void single.listen(1, ...names(20));
    await vi.waitFor(() => expect(single.acknowledged).toHaveLength(1));
    expect(await single.request("tools/call", { name: "board_read", arguments: {} }, "call")).toHaveProperty("result");
    await single.close();
  });

  it.each([
    ["no list", "board://a"],
    ["a list with a number", ["board://a", 7]],
    ["a list with a list", [["board://a"]]],
    ["an object", { 0: "board://a", length: 1 }],
  ])("is refused where its addresses are %s, and nothing is watched", async (_, resourceSubscriptions) => {
    const answer = await host.request("subscriptions/listen", { notifications: { resourceSubscriptions } });
    expect(answer.error?.code).toBe(-32602);
    expect(host.board.begun).toBe(0);
  });

  it("is refused without the request's envelope, and what was begun for it is closed", async () => {
    await host.request("tools/list");
    host.send({
      id: "bare",
      method: "subscriptions/listen",
      params: { notifications: { resourceSubscriptions: ["board://a"] } },
    });
    await vi.waitFor(() => expect(host.answers.get("bare")?.error?.code).toBe(-32602));
    expect([host.board.begun, host.board.open.size]).toEqual([1, 0]);
  });
});

describe("the end of subscriptions/listen", () => {
  it("closes the watch when the host cancels, and tells no more", async () => {
    void host.listen(1, "board://a");
    await acknowledged();
    const [watch] = host.board.open;
    host.cancel(1);
    expect(host.board.open.size).toBe(0);
    watch?.listener.changed();
    void host.listen(2, "board://b");
    await acknowledged(2);
    expect(host.updates).toEqual([]);
  });

  it("comes at once for a request that is cancelled while it begins, without an acknowledgement", async () => {
    void host.listen(1, "board://slow");
    await vi.waitFor(() => expect(host.board.beginning).toHaveLength(1));
    host.cancel(1);
    await vi.waitFor(() => expect(host.board.beginning[0]?.aborted).toBe(true));
    // The cancellation carries no envelope: had it gone further, the connection would now be one of an earlier revision.
    void host.listen(2, "board://a");
    await acknowledged();
    expect(host.acknowledged).toEqual([{ resourceSubscriptions: ["board://a"] }]);
  });

  it("leaves other requests for the same address alone", async () => {
    void host.listen(1, "board://a");
    void host.listen(2, "board://a");
    await acknowledged(2);
    host.cancel(1);
    host.board.change("a");
    await vi.waitFor(() => expect(host.updates).toEqual(["board://a"]));
  });

  it("is told to the host when the server ends it", async () => {
    const ended = host.listen(1, "board://a");
    await acknowledged();
    await host.close();
    expect(await ended).toMatchObject({ result: { resultType: "complete" } });
    expect(host.board.open.size).toBe(0);
  });

  it("comes with a connection that breaks, also for requests that still begin", async () => {
    void host.listen(1, ...names(100));
    void host.listen(2, "board://slow", "board://slower");
    await acknowledged();
    await vi.waitFor(() => expect(host.board.beginning).toHaveLength(2));
    host.hangUp();
    expect(host.board.open.size).toBe(0);
    expect(host.board.beginning.map(({ aborted }) => aborted)).toEqual([true, true]);
  });

  it("comes with the server, where the connection never ends", async () => {
    void host.listen(1, ...names(10));
    await acknowledged();
    await host.instance.close();
    expect(host.board.open.size).toBe(0);
  });

  it("comes for the first of two requests that bear the same id", async () => {
    void host.listen(1, "board://a");
    await acknowledged();
    void host.listen(1, "board://b");
    await acknowledged(2);
    expect([...host.board.open].map(({ uri }) => uri)).toEqual(["board://b"]);
  });
});

describe("a flood of subscriptions/listen", () => {
  it("with a thousand addresses is refused with an error that says how many there may be, and costs nothing", async () => {
    const { error } = await host.listen(1, ...names(1000));
    expect(error).toMatchObject({
      code: -32602,
      data: { code: "refused" },
      message: expect.stringMatching(/256.*1000/),
    });
    expect([host.board.begun, host.log.calls.length]).toEqual([0, 0]);
  });

  it("with as many as there may be is taken, and one more is not until others end", async () => {
    void host.listen(1, ...names(256));
    await acknowledged();
    expect(host.board.open.size).toBe(256);
    expect((await host.listen(2, "board://more")).error?.data).toMatchObject({ code: "refused" });
    host.cancel(1);
    void host.listen(3, "board://more");
    await acknowledged(2);
    expect([...host.board.open].map(({ uri }) => uri)).toEqual(["board://more"]);
  });

  it("of 10,000 requests opens no more watches than there may be, and the server goes on", async () => {
    for (let id = 1; id <= 10_000; id += 1) {
      void host.listen(id, `board://${id}`);
      // No transport of ours hands on more at once.
      if (id % 128 === 0) await vi.waitFor(() => expect(host.acknowledged.length + host.answers.size).toBe(id));
    }
    const answer = await host.request("tools/call", { name: "board_read", arguments: {} }, "call");
    expect(answer).toHaveProperty("result");
    expect([host.acknowledged.length, host.board.open.size]).toEqual([256, 256]);
    host.hangUp();
    expect(host.board.open.size).toBe(0);
  });

  it("opened and cancelled in turn 2,000 times leaves nothing behind", async () => {
    for (let id = 1; id <= 2000; id += 1) {
      void host.listen(id, "board://a", `board://${id}`);
      if (id % 3 === 0) await acknowledged(1);
      host.cancel(id);
    }
    void host.listen("last", "board://z");
    await vi.waitFor(() => expect([...host.board.open].map(({ uri }) => uri)).toEqual(["board://z"]));
  });

  it("with addresses of a megabyte is not taken, and holds none of it", async () => {
    void host.listen(1, `board://${"x".repeat(1_000_001)}`, "board://a");
    await acknowledged();
    expect(host.acknowledged).toEqual([{ resourceSubscriptions: ["board://a"] }]);
  });
});
