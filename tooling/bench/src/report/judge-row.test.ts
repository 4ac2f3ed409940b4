import { describe, expect, test } from "vitest";
import type { Row } from "../suites/row.ts";
import { judgeRow } from "./judge-row.ts";

const peers = [{ name: "ours" }, { name: "theirs" }, { name: "floor" }];
const measure = { name: "read", includes: () => true, enter: () => Promise.reject(new Error("not run here")) };
const first = ([sample]: readonly number[]) => sample ?? 0;
const row: Row = { label: "Read", measure, statistic: first, unit: "milliseconds", better: "lower" };

function judged(changes: Partial<Row>, ours: number[], theirs: number[]) {
  const samples = new Map([
    ["ours", [ours]],
    ["theirs", [theirs]],
  ]);
  return judgeRow({ ...row, ...changes }, peers, samples);
}

test("the ratio is ours divided by theirs", () => {
  expect(judged({}, [3], [4]).figures.map(({ ratio }) => ratio)).toEqual([undefined, 0.75, undefined]);
});

test("a peer that took no part is said to offer no such work", () => {
  expect(judged({}, [3], [4]).figures[2]?.value).toBe("not offered");
});

test("what could not be measured has no number and no ratio", () => {
  const [ours, theirs] = judged({}, [], [4]).figures;
  expect([ours?.value, theirs?.ratio]).toEqual(["not measurable", undefined]);
});

test("where less is better a goal is the most that the ratio may be", () => {
  const goal = { peer: "theirs", ratio: 0.5 };
  expect(judged({ goal }, [2], [4]).goal?.met).toBe(true);
  expect(judged({ goal }, [3], [4]).goal?.met).toBe(false);
});

test("where more is better a goal is the least that the ratio may be", () => {
  const goal = { peer: "theirs", ratio: 1.5 };
  expect(judged({ goal, better: "higher" }, [8], [4]).goal?.met).toBe(true);
  expect(judged({ goal, better: "higher" }, [5], [4]).goal?.met).toBe(false);
});

test("a goal beside several peers is met when it is beside each", () => {
  const samples = new Map([
    ["ours", [[2]]],
    ["theirs", [[4]]],
    ["floor", [[3]]],
  ]);
  const met = (ratio: number) =>
    judgeRow({ ...row, goal: { peer: ["theirs", "floor"], ratio } }, peers, samples).goal?.met;
  expect([met(0.7), met(0.5)]).toEqual([true, false]);
});

test("a goal for ours alone is the most that it may be", () => {
  expect(judged({ goal: { most: 3 } }, [3], [1]).goal?.met).toBe(true);
  expect(judged({ goal: { most: 3 } }, [4], [5]).goal?.met).toBe(false);
  expect(judged({ goal: { most: 3 } }, [], [5]).goal?.met).toBe(false);
});

describe("a goal for what ours adds", () => {
  const goal = { peer: "theirs", added: 2 };
  const addition = (ours: number[][], theirs: number[][]) => {
    const samples = new Map([
      ["ours", ours],
      ["theirs", theirs],
    ]);
    return judgeRow({ ...row, goal }, peers, samples).goal;
  };

  test("is judged by the median of the differences between ours and theirs in each round", () => {
    expect(addition([[3], [14], [30]], [[1], [11], [10]])).toEqual({ ...goal, found: 3, met: false });
    expect(addition([[3], [12], [30]], [[1], [11], [10]])).toEqual({ ...goal, found: 2, met: true });
  });

  test("is met where ours takes less than theirs", () => {
    expect(addition([[1]], [[4]])).toEqual({ ...goal, found: -3, met: true });
  });

  test("passes over a round in which one could not be measured, and is not met when that is every round", () => {
    expect(addition([[3], []], [[1], [0]])).toMatchObject({ found: 2 });
    expect(addition([[]], [[1]])).toEqual({ ...goal, met: false });
  });
});

test("a goal that could not be measured is not met", () => {
  expect(judged({ goal: { peer: "theirs", ratio: 1 } }, [], [4]).goal?.met).toBe(false);
});
