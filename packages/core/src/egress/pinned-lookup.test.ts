import { expect, it, vi } from "vitest";
import { pinnedLookup } from "./pinned-lookup.ts";

it("answers with the checked addresses, whatever name is asked", () => {
  const [one, all] = [vi.fn(), vi.fn()];
  const lookup = pinnedLookup(["1.1.1.1", "2606:4700::1111"]);
  lookup("evil.example", {}, one);
  lookup("evil.example", { all: true }, all);
  expect(one).toHaveBeenCalledWith(null, "1.1.1.1", 4);
  expect(all).toHaveBeenCalledWith(null, [
    { address: "1.1.1.1", family: 4 },
    { address: "2606:4700::1111", family: 6 },
  ]);
});
