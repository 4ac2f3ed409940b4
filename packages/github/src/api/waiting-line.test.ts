import { expect, it, vi } from "vitest";
import { WaitingLine } from "./waiting-line.ts";

const failing = (times: number) => {
  let left = times;
  return vi.fn(async (given: string) => {
    if (left-- > 0) throw new Error("not yet");
    return given;
  });
};

it("tries again what is judged so, telling how often it was", async () => {
  const line = new WaitingLine();
  const judge = vi.fn(async () => 0);
  line.on("failed", judge);
  expect(await line.schedule(failing(2), "done")).toBe("done");
  expect(judge.mock.calls.map((call: unknown[]) => call[1])).toEqual([
    { args: ["done"], retryCount: 0 },
    { args: ["done"], retryCount: 1 },
  ]);
});

it.each([
  ["nobody judges", undefined],
  ["it is given up", async () => undefined],
  ["whoever judges fails", async () => Promise.reject(new TypeError("no headers"))],
])("fails with what failed where %s", async (_, judge) => {
  const line = new WaitingLine();
  if (judge !== undefined) line.on("failed", judge);
  await expect(line.schedule(failing(1), "done")).rejects.toThrow("not yet");
});
