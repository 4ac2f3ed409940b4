import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { TierLine } from "./tier-line.ts";

const never = new AbortController().signal;

it("lets so many run at once, and the others in their order", async () => {
  const line = new TierLine(2);
  const order: number[] = [];
  let running = 0;
  let most = 0;
  const request = (number: number) => async () => {
    order.push(number);
    most = Math.max(most, ++running);
    await setTimeout(1);
    running--;
    return number;
  };
  const all = [1, 2, 3, 4, 5].map((number) => line.run(never, request(number)));
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4, 5]);
  expect([most, order]).toEqual([2, [1, 2, 3, 4, 5]]);
});

it("goes on after a failure, and without who left while waiting", async () => {
  const line = new TierLine(1);
  const leaving = new AbortController();
  let release = () => {};
  const first = line.run(never, () => new Promise<void>((resolve) => (release = resolve)));
  const gone = line.run(leaving.signal, async () => "never");
  const last = line.run(never, async () => "last");
  leaving.abort(new Error("left"));
  await expect(gone).rejects.toThrow("left");
  release();
  await first;
  expect(await last).toBe("last");
  await expect(line.run(never, () => Promise.reject(new Error("storm")))).rejects.toThrow("storm");
  expect(await line.run(never, async () => "after")).toBe("after");
});
