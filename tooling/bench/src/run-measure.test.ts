import { expect, test } from "vitest";
import { BenchFailure } from "./bench-failure.ts";
import type { Measure } from "./measures/measure.ts";
import type { Peer } from "./peers/peer.ts";
import { runMeasure } from "./run-measure.ts";

function peer(name: string): Peer {
  return { name, version: async () => "1", prepare: async () => {}, arguments: () => [], tasks: {} };
}

const peers = [peer("A"), peer("B"), peer("C")];

function measureThatNotes(events: string[], changes: Partial<Measure> = {}): Measure {
  return {
    name: "noted",
    includes: ({ name }) => name !== "C",
    enter: async ({ name }) => ({
      round: async () => [events.push(name)],
      leave: async () => {
        events.push(`${name} left`);
      },
    }),
    ...changes,
  };
}

test("the peers that take part have their rounds in turn, there and back, and leave at the end", async () => {
  const events: string[] = [];
  await runMeasure(measureThatNotes(events), peers, 3);
  expect(events).toEqual(["A", "B", "B", "A", "A", "B", "A left", "B left"]);
});

test("the samples are kept by peer and by round, and a peer that takes no part has none", async () => {
  const samples = await runMeasure(measureThatNotes([]), peers, 2);
  expect([...samples]).toEqual([
    ["A", [[1], [4]]],
    ["B", [[2], [3]]],
  ]);
});

test("a measure runs no more rounds than it needs", async () => {
  const samples = await runMeasure(measureThatNotes([], { mostRounds: 1 }), peers, 15);
  expect(samples.get("A")).toHaveLength(1);
});

test("one failure fails the measure, by its name", async () => {
  const enter = () => Promise.reject(new BenchFailure("B: read answered an error"));
  await expect(runMeasure(measureThatNotes([], { enter }), peers, 1)).rejects.toThrow(
    "noted: B: read answered an error",
  );
});
