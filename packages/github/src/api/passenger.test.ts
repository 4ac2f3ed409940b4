import { expect, it } from "vitest";
import { type Passenger, together } from "./passenger.ts";

function passenger(): Passenger & { readonly heard: unknown[] } {
  const heard: unknown[] = [];
  const { signal } = new AbortController();
  return { signal, heard, waiting: (seconds) => heard.push(`wait ${seconds}`), spent: (cost) => heard.push(cost) };
}

it("has who has been aboard longest pay for all, and tells each of waiting", () => {
  const [one, other] = [passenger(), passenger()];
  const aboard = new Set([one, other]);
  const all = together(aboard, one.signal);
  all.waiting(3);
  all.spent(1, undefined);
  aboard.delete(one);
  all.spent(1, undefined);
  expect([one.heard, other.heard]).toEqual([
    ["wait 3", 1],
    ["wait 3", 0, 1],
  ]);
});
