import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Apart } from "../src/apart/apart.ts";

const working = fileURLToPath(new URL("process/work-apart.mjs", import.meta.url));
const waiting = fileURLToPath(new URL("process/hurried-apart.mjs", import.meta.url));
const apart = new Apart(() => working, 2);
const hurried = new Apart(() => waiting, 2);
const { signal } = new AbortController();

const refusal = (amount: string) => ({
  code: "refused",
  message: `The request takes ${amount} to parse. Ask for less.`,
});

describe("a program apart", () => {
  it("may wait for longer than it may work, as it does on a busy machine", async () => {
    expect(await apart.ask({ wait: 2000 }, signal)).toEqual({ done: 0 });
  });

  it("is refused what takes too much of the processor", async () => {
    await expect(apart.ask({ work: 60_000 }, signal)).rejects.toMatchObject(refusal("over 1.5 s of the processor"));
  });

  it("is refused what takes too long by the clock", async () => {
    await expect(hurried.ask({}, signal)).rejects.toMatchObject(refusal("over 1 s"));
  });

  it("is refused what holds too much", async () => {
    await expect(apart.ask({ objects: 10_000_000 }, signal)).rejects.toMatchObject(refusal("too much memory"));
  });
});
