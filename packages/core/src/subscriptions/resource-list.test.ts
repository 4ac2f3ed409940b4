import { describe, expect, it, onTestFinished, vi } from "vitest";
import { BoardHost } from "../../test/board-host.ts";

async function start(era: "modern" | "legacy", ...argv: string[]): Promise<BoardHost> {
  const host = await BoardHost.start(era, ...argv);
  onTestFinished(() => host.close());
  return host;
}

/** A round trip, behind which whatever was told before has come. */
const settled = (host: BoardHost) => host.request("resources/list");

describe("the list of resources, to a host of an earlier revision,", () => {
  it("is announced as one whose changes are told, where they can be", async () => {
    const clientInfo = { name: "raw", version: "1" };
    const initialize = async (...argv: string[]) => {
      const host = await start("legacy", ...argv);
      return host.request("initialize", { protocolVersion: "2025-11-25", capabilities: {}, clientInfo });
    };
    expect(await initialize()).toMatchObject({ result: { capabilities: { resources: { listChanged: true } } } });
    expect(JSON.stringify(await initialize("--tools", "!board_read"))).not.toContain("listChanged");
  });

  it("is watched once it was asked for, and its changes told in bounds", async () => {
    const host = await start("legacy");
    await host.request("tools/list");
    expect(host.board.listWatched.size).toBe(0);
    await Promise.all([settled(host), settled(host)]);
    await vi.waitFor(() => expect(host.board.listWatched.size).toBe(1));
    for (let time = 0; time < 1000; time += 1) host.board.changeList();
    await vi.waitFor(() => expect(host.listChanges).toEqual([undefined, undefined]));
  });

  it("is watched no longer when the host is gone", async () => {
    const host = await start("legacy");
    await settled(host);
    await vi.waitFor(() => expect(host.board.listWatched.size).toBe(1));
    host.hangUp();
    await vi.waitFor(() => expect(host.board.listWatched.size).toBe(0));
  });

  it("is recorded as followed, under the name of its resource", async () => {
    const host = await start("legacy");
    await settled(host);
    await vi.waitFor(() =>
      expect(host.log.calls).toContainEqual(
        expect.objectContaining({ subscription: "notice.list", outcome: "succeeded" }),
      ),
    );
  });
});

describe("the list of resources, to a host of 2026-07-28,", () => {
  const listen = (host: BoardHost, id: string, notifications: object) =>
    host.request("subscriptions/listen", { notifications }, id);

  it("has its changes told under each request that asked for them, and no other", async () => {
    const host = await start("modern");
    await settled(host);
    expect(host.board.listWatched.size).toBe(0);
    void listen(host, "lists", { resourcesListChanged: true });
    void listen(host, "both", { resourcesListChanged: true, resourceSubscriptions: ["board://a"] });
    void listen(host, "notice", { resourceSubscriptions: ["board://a"] });
    await vi.waitFor(() => expect(host.acknowledged).toHaveLength(3));
    expect(host.acknowledged).toContainEqual({ resourcesListChanged: true });
    expect(host.acknowledged).toContainEqual({ resourcesListChanged: true, resourceSubscriptions: ["board://a"] });
    expect(host.board.listWatched.size).toBe(1);
    host.board.changeList();
    await vi.waitFor(() => expect([...host.listChanges].sort()).toEqual(["both", "lists"]));
    host.cancel("lists");
    await settled(host);
    host.board.changeList();
    await vi.waitFor(() => expect(host.listChanges).toHaveLength(3));
    expect(host.listChanges.at(-1)).toBe("both");
    host.cancel("both");
    await vi.waitFor(() => expect(host.board.listWatched.size).toBe(0));
  });

  it("is not told of where it cannot be", async () => {
    const host = await start("modern", "--tools", "!board_read");
    void listen(host, "lists", { resourcesListChanged: true });
    await vi.waitFor(() => expect(host.acknowledged).toEqual([{}]));
    expect(host.board.listWatched.size).toBe(0);
  });
});
