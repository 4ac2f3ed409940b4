import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { Lane } from "./lane.ts";

it("lets so many run at once, the others in the order of asking", async () => {
  const lane = new Lane(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const job = (number: number) => {
    begun.push(number);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  const all = Promise.all([1, 2, 3, 4].map((number) => lane.schedule({}, job, number)));
  expect(begun).toEqual([1, 2]);
  for (const next of [
    [1, 2, 3],
    [1, 2, 3, 4],
  ]) {
    ends.shift()?.();
    await setImmediate();
    expect(begun).toEqual(next);
  }
  for (const end of ends) end();
  await all;
});

it("goes on after what failed", async () => {
  const lane = new Lane(1);
  await expect(lane.schedule({}, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await lane.schedule({}, async (given: string) => given, "yes")).toBe("yes");
});
