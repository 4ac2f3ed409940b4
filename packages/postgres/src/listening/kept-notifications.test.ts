import { describe, expect, it } from "vitest";
import { KeptNotifications } from "./kept-notifications.ts";

describe("KeptNotifications", () => {
  it("keeps the newest, by number and by bytes, and counts what it dropped", () => {
    const kept = new KeptNotifications({ entries: 3, bytes: 10 });
    for (const payload of ["a", "b", "c", "d"]) kept.add({ pid: 1, payload });
    expect([kept.entries.map(({ sequence }) => sequence), kept.last, kept.dropped]).toEqual([[2, 3, 4], 4, 1]);
    kept.add({ pid: 1, payload: "é".repeat(4) });
    expect(kept.entries.map((entry) => "payload" in entry && entry.payload)).toEqual(["c", "d", "éééé"]);
    kept.add({ pid: 1, payload: "x".repeat(11) });
    expect([kept.entries, kept.dropped]).toEqual([[], 6]);
  });

  it("numbers a word on what was missed among the notifications", () => {
    const kept = new KeptNotifications();
    kept.add({ pid: 7, payload: "" });
    kept.add({ missed: "some" });
    expect(kept.entries).toMatchObject([
      { sequence: 1, pid: 7, payload: "" },
      { sequence: 2, missed: "some" },
    ]);
  });
});
