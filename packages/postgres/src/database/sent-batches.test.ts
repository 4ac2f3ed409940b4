import { describe, expect, it } from "vitest";
import type { BatchPlan } from "./batch.ts";
import { SentBatches } from "./sent-batches.ts";

const begin = { text: "BEGIN READ ONLY", keptFor: "" };
const plan = (changed: Partial<BatchPlan> = {}): BatchPlan => ({
  before: [begin, { text: "SELECT set_config($1, $2, true)", values: ["role", "reader"], keptFor: "" }],
  main: { text: "SELECT 1", keptFor: "1:1:", values: [] },
  rows: 101,
  bytes: 1000,
  mayBeStopped: true,
  isBuiltIn: true,
  after: [{ text: "ROLLBACK", keptFor: "" }],
  ...changed,
});

function remembering(bytes = Buffer.from("bytes")): SentBatches {
  const sent = new SentBatches();
  sent.remember(plan(), bytes);
  return sent;
}

describe("SentBatches", () => {
  it("has the bytes of a batch that asks the same, whatever is taken of its rows", () => {
    expect(remembering().bytesOf(plan())?.toString()).toBe("bytes");
    expect(
      remembering()
        .bytesOf(plan({ bytes: 5 }))
        ?.toString(),
    ).toBe("bytes");
  });

  it.each<[string, Partial<BatchPlan>]>([
    ["another statement", { main: { text: "SELECT 2", keptFor: "1:1:", values: [] } }],
    ["it at another state", { main: { text: "SELECT 1", keptFor: "2:2:", values: [] } }],
    ["it with a value", { main: { text: "SELECT 1", keptFor: "1:1:", values: ["1"] } }],
    ["it with nothing in the place of a value", { main: { text: "SELECT 1", keptFor: "1:1:", values: [null] } }],
    ["more of its rows", { rows: 102 }],
    ["it without what comes before", { before: [begin] }],
    ["it with another setting", { before: [begin, { ...plan().before[1], text: "", values: ["role", "writer"] }] }],
    [
      "it with other limits",
      { before: [begin, { text: "SELECT set_config($1, $2, true)", values: ["role", "writer"], keptFor: "" }] },
    ],
    ["it with another end", { after: [{ text: "COMMIT", keptFor: "" }] }],
    ["it with more at its end", { after: [...plan().after, { text: "DISCARD ALL", keptFor: "" }] }],
  ])("has none for what asks %s", (_, changed) => {
    expect(remembering().bytesOf(plan(changed))).toBeUndefined();
  });

  it("keeps none that is long, and none once it is told to forget", () => {
    expect(remembering(Buffer.alloc(16 * 1024 + 1)).bytesOf(plan())).toBeUndefined();
    const sent = remembering();
    sent.forget();
    expect(sent.bytesOf(plan())).toBeUndefined();
  });

  it("keeps fifty, and the one that came last", () => {
    const sent = new SentBatches();
    const asked = Array.from({ length: 300 }, (_, n) =>
      plan({ main: { text: `SELECT ${n}`, keptFor: "", values: [] } }),
    );
    for (const one of asked) sent.remember(one, Buffer.from(one.main.text));
    const known = asked.filter((one) => sent.bytesOf(one) !== undefined);
    expect(known.length).toBeLessThanOrEqual(50);
    expect(known).toContain(asked.at(-1));
  });
});
