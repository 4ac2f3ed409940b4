import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BoardHost } from "../../test/board-host.ts";

let host: BoardHost;
beforeEach(async () => {
  host = await BoardHost.start("legacy");
});
afterEach(() => host.close());

const subscribe = (uri: string) => host.request("resources/subscribe", { uri });
const unsubscribe = (uri: string) => host.request("resources/unsubscribe", { uri });

describe("resources/subscribe", () => {
  it("is announced where a resource can be watched, and not where none can", async () => {
    const initialize = async (...argv: string[]) => {
      const asked = await BoardHost.start("legacy", ...argv);
      const clientInfo = { name: "raw", version: "1" };
      const { result } = await asked.request("initialize", {
        protocolVersion: "2025-11-25",
        capabilities: {},
        clientInfo,
      });
      await asked.close();
      return result;
    };
    expect(await initialize()).toMatchObject({ capabilities: { resources: { subscribe: true } } });
    expect((await initialize("--tools", "!board_read"))?.capabilities).toMatchObject({ resources: {} });
    expect(JSON.stringify(await initialize("--tools", "!board_read"))).not.toContain("subscribe");
  });

  it("tells of changes until the host unsubscribes", async () => {
    expect(await subscribe("board://a")).toMatchObject({ result: {} });
    host.board.change("a");
    await vi.waitFor(() => expect(host.updates).toEqual(["board://a"]));
    await unsubscribe("board://a");
    expect(host.board.open.size).toBe(0);
  });

  it("takes an address that is subscribed to already as it is", async () => {
    await Promise.all([subscribe("board://a"), subscribe("board://a")]);
    await subscribe("board://a");
    host.board.change("a");
    await vi.waitFor(() => expect(host.updates).toEqual(["board://a"]));
    expect(host.board.begun).toBe(1);
    await unsubscribe("board://a");
    expect(host.board.open.size).toBe(0);
  });

  it.each([
    ["is refused by the connector", "board://secret", "refused"],
    ["cannot be watched", "paper://a", "refused"],
    ["belongs to no resource", "file:///etc/passwd", "not_found"],
    ["is over long", `board://${"x".repeat(20_000)}`, "invalid_input"],
  ])("answers an address that %s with an error, and watches nothing", async (_, uri, code) => {
    expect((await subscribe(uri)).error).toMatchObject({ code: -32602, data: { code } });
    expect(host.board.open.size).toBe(0);
    expect(await subscribe("board://a")).toHaveProperty("result");
  });

  it("can be tried again after it was refused", async () => {
    expect(await subscribe("board://secret")).toHaveProperty("error");
    expect(await subscribe("board://secret")).toHaveProperty("error");
    expect(host.log.calls).toHaveLength(2);
  });

  it("that is undone while it begins leaves nothing behind", async () => {
    const begun = subscribe("board://slow");
    await vi.waitFor(() => expect(host.board.beginning).toHaveLength(1));
    expect(await unsubscribe("board://slow")).toHaveProperty("result");
    expect(await begun).toHaveProperty("error");
    expect(host.board.beginning[0]?.aborted).toBe(true);
  });

  it("that is cancelled while it begins leaves nothing behind", async () => {
    void host.request("resources/subscribe", { uri: "board://slow" }, "mine");
    await vi.waitFor(() => expect(host.board.beginning).toHaveLength(1));
    host.cancel("mine");
    await vi.waitFor(() => expect(host.board.beginning[0]?.aborted).toBe(true));
  });

  it("refuses what is beyond the limit, until others end", async () => {
    for (let index = 0; index < 256; index += 1) await subscribe(`board://${index}`);
    expect((await subscribe("board://more")).error).toMatchObject({ data: { code: "refused" } });
    await unsubscribe("board://0");
    expect(await subscribe("board://more")).toHaveProperty("result");
    expect(host.board.open.size).toBe(256);
  });

  it("and its undoing, 5,000 times in turn, leave nothing behind", async () => {
    for (let round = 0; round < 5000; round += 1) {
      void subscribe(`board://${round % 7}`);
      void unsubscribe(`board://${round % 7}`);
    }
    await unsubscribe("board://0");
    await vi.waitFor(() => expect(host.board.open.size).toBe(0));
    expect(await subscribe("board://a")).toHaveProperty("result");
  });

  it("ends with a connection that breaks", async () => {
    for (let index = 0; index < 50; index += 1) await subscribe(`board://${index}`);
    void subscribe("board://slow");
    await vi.waitFor(() => expect(host.board.beginning).toHaveLength(1));
    host.hangUp();
    await vi.waitFor(() => expect(host.board.open.size).toBe(0));
    expect(host.board.beginning[0]?.aborted).toBe(true);
  });

  it("does not exist for hosts of the newest revision", async () => {
    const modern = await BoardHost.start("modern");
    expect((await modern.request("resources/subscribe", { uri: "board://a" })).error?.code).toBe(-32601);
    expect(modern.board.begun).toBe(0);
    await modern.close();
  });
});
