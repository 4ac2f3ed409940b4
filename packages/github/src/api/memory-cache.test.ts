import { expect, it } from "vitest";
import { MemoryCache } from "./memory-cache.ts";

const answer = (body: string) => ({ etag: '"a"', status: 200, headers: {}, body });

it("remembers by all of what was asked", () => {
  const cache = new MemoryCache(1 << 20);
  cache.set("one", answer("1"));
  cache.set("other", answer("2"));
  expect([cache.get("one")?.body, cache.get("other")?.body, cache.get("third")]).toEqual(["1", "2", undefined]);
});

it("lets go of what was used longest ago once it is full", () => {
  const cache = new MemoryCache(8000);
  for (const key of ["a", "b", "c", "d", "e"]) {
    cache.set(key, answer("x".repeat(400)));
    cache.get("a");
  }
  expect(["a", "b", "c", "d", "e"].filter((key) => cache.get(key) !== undefined)).toEqual(["a", "c", "d", "e"]);
});

it("keeps nothing that would push all else out, not even what was there before", () => {
  const cache = new MemoryCache(8000);
  cache.set("a", answer("small"));
  cache.set("a", answer("x".repeat(4000)));
  expect(cache.get("a")).toBeUndefined();
});
