import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { Board, boardConnector } from "../../test/board.ts";
import { runtimeOf } from "../../test/call-of.ts";
import { MemoryLog } from "../../test/memory-log.ts";
import { AuditLog } from "../audit/audit-log.ts";
import { RateLimit } from "../limits/rate-limit.ts";
import { prepareResource } from "../serving/prepare-resource.ts";
import type { Runtime } from "../serving/runtime.ts";
import { Subscriber } from "./subscriber.ts";
import { Subscriptions } from "./subscriptions.ts";

afterEach(() => void vi.useRealTimers());

/** The board, with connections of whichever principal a test wants. */
function served(changes: Partial<Runtime> = {}, most?: number) {
  const board = new Board();
  const log = new MemoryLog();
  const runtime = runtimeOf({ client: async () => board, log, ...changes });
  const resources = (boardConnector(board).resources ?? []).map((resource) => prepareResource(resource as never));
  const subscriptions = new Subscriptions(log, most);
  const connect = (principal: string) =>
    new Subscriber({ runtime, resources, subscriptions, caller: { principal, access: "read" } });
  return { board, connect, log, subscriptions };
}

const quiet = async () => {};

describe("subscribers of two principals", () => {
  it("never share a watch, and hear only of their own", async () => {
    const { board, connect } = served();
    const [ann, bob] = [vi.fn(quiet), vi.fn(quiet)];
    await connect("ann").subscribe("board://a", ann).begun;
    await connect("bob").subscribe("board://a", bob).begun;
    expect(board.begun).toBe(2);
    for (const { principal, listener } of board.open) if (principal === "ann") listener.changed();
    expect([ann.mock.calls.length, bob.mock.calls.length]).toEqual([1, 0]);
  });

  it("are authorised apart, for the very address that the other one watches", async () => {
    const { board, connect } = served();
    const ann = vi.fn(quiet);
    await connect("ann").subscribe("board://of-ann", ann).begun;
    const bob = vi.fn(quiet);
    await expect(connect("bob").subscribe("board://of-ann", bob).begun).rejects.toMatchObject({ code: "refused" });
    board.change("of-ann");
    expect([ann.mock.calls.length, bob.mock.calls.length]).toEqual([1, 0]);
  });
});

describe("two connections of one principal", () => {
  it("share a watch, each authorised and recorded, until the last one ends", async () => {
    const { board, connect, log } = served();
    const [first, second] = [connect("ann"), connect("ann")].map((subscriber) =>
      subscriber.subscribe("board://a", quiet),
    );
    await Promise.all([first?.begun, second?.begun]);
    expect([board.begun, log.calls.length]).toEqual([1, 2]);
    first?.end();
    first?.end();
    expect(board.open.size).toBe(1);
    second?.end();
    expect(board.open.size).toBe(0);
  });

  it("have limits of their own, and one that all share", async () => {
    const { board, connect } = served({}, 300);
    const [first, second] = [connect("ann"), connect("ann")];
    for (let index = 0; index < 256; index += 1) await first.subscribe(`board://${index}`, quiet).begun;
    await expect(first.subscribe("board://more", quiet).begun).rejects.toMatchObject({ code: "refused" });
    for (let index = 0; index < 44; index += 1) await second.subscribe(`board://${index}`, quiet).begun;
    await expect(second.subscribe("board://more", quiet).begun).rejects.toMatchObject({ code: "refused" });
    expect(() => second.assertRoom(1)).toThrow("room for 0");
    expect(board.open.size).toBe(256);
  });
});

describe("a subscription that begins", () => {
  it("is given up at the call's time limit, and leaves nothing behind", async () => {
    const { board, connect } = served({ timeout: 20 });
    const slow = connect("ann").subscribe("board://slow", quiet);
    await expect(slow.begun).rejects.toMatchObject({ code: "timeout" });
    expect(board.beginning[0]?.aborted).toBe(true);
  });

  it("is given up by one and begins all the same for another who waits for it", async () => {
    const { board, connect } = served();
    const [first, second] = [connect("ann"), connect("ann")].map((subscriber) =>
      subscriber.subscribe("board://slow", quiet),
    );
    await vi.waitFor(() => expect(board.beginning).toHaveLength(1));
    first?.end();
    await expect(first?.begun).rejects.toMatchObject({ code: "cancelled" });
    expect(board.beginning[0]?.aborted).toBe(false);
    second?.end();
    await expect(second?.begun).rejects.toMatchObject({ code: "cancelled" });
    expect(board.beginning[0]?.aborted).toBe(true);
  });

  it("counts against the principal's rate, as a reading does", async () => {
    const { connect } = served({ rateLimit: new RateLimit(2) });
    const ann = connect("ann");
    await ann.subscribe("board://a", quiet).begun;
    await ann.subscribe("board://b", quiet).begun;
    await expect(ann.subscribe("board://c", quiet).begun).rejects.toMatchObject({ code: "rate_limited" });
    await connect("bob").subscribe("board://c", quiet).begun;
  });

  it("is refused once the server stops", async () => {
    const { connect, subscriptions } = served();
    await subscriptions.close();
    await expect(connect("ann").subscribe("board://a", quiet).begun).rejects.toMatchObject({ code: "unavailable" });
  });

  it("leaves one line in the audit log, refused or not", async () => {
    const folder = mkdtempSync(join(tmpdir(), "drawbridge-subscriber-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "audit.jsonl");
    const audit = new AuditLog(file, { sync: false });
    const { connect } = served({ audit });
    const ann = connect("ann");
    await ann.subscribe("board://a", quiet).begun;
    await ann.subscribe("board://secret", quiet).begun.catch(() => {});
    audit.close();
    const lines = readFileSync(file, "utf8").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ operation: "subscription notice", principal: "ann", outcome: "succeeded" }),
      expect.objectContaining({ operation: "subscription notice", principal: "ann", outcome: "refused" }),
    ]);
  });
});

describe("a watch that fails", () => {
  it("is reported in the log without its address, and begun again", async () => {
    const { board, connect, log } = served();
    const told = vi.fn(quiet);
    await connect("ann").subscribe("board://a", told).begun;
    vi.useFakeTimers();
    const [watch] = board.open;
    watch?.listener.failed(new Error("connection lost"));
    expect(log.events.filter(({ event }) => event === "watch")).toEqual([
      expect.objectContaining({ level: "warn", resource: "notice", principal: "ann", code: "internal", retryIn: 1000 }),
    ]);
    expect(JSON.stringify(log.events)).not.toContain("board://a");
    await vi.advanceTimersByTimeAsync(1000);
    expect([board.begun, board.open.size, told.mock.calls.length]).toEqual([2, 1, 1]);
  });
});
