import { expect, it } from "vitest";
import { Turns } from "./turns.ts";

it("lets so many at once, and the others in order", async () => {
  const turns = new Turns(2);
  const begun: number[] = [];
  const taken = [1, 2, 3, 4].map(async (name) => {
    const turn = await turns.take();
    begun.push(name);
    return turn;
  });
  const first = await taken[0];
  await taken[1];
  await new Promise(setImmediate);
  expect(begun).toEqual([1, 2]);
  first?.[Symbol.dispose]();
  await taken[2];
  expect(begun).toEqual([1, 2, 3]);
});
