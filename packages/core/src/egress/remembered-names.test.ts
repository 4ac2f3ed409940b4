import { expect, it, vi } from "vitest";
import { rememberedNames } from "./remembered-names.ts";

it("looks a name up once in half a minute", async () => {
  let now = 0;
  const resolve = vi.fn(async () => [`192.0.2.${now / 10_000}`]);
  const remembered = rememberedNames(resolve, () => now);
  const found: string[][] = [];
  for (; now < 60_000; now += 10_000) found.push([...(await remembered("a.example"))]);
  expect(found.flat()).toEqual([0, 0, 0, 3, 3, 3].map((time) => `192.0.2.${time}`));
  await remembered("b.example");
  expect(resolve.mock.calls).toEqual([["a.example"], ["a.example"], ["b.example"]]);
});

it("looks anew for what was not found", async () => {
  const resolve = vi.fn(async (): Promise<string[]> => []).mockRejectedValueOnce(new Error("no such name"));
  const remembered = rememberedNames(resolve);
  await expect(remembered("a.example")).rejects.toThrow("no such name");
  await remembered("a.example");
  await remembered("a.example");
  expect(resolve).toHaveBeenCalledTimes(3);
});
