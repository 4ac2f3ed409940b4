import { expect, it } from "vitest";
import { inTime } from "./in-time.ts";

it("passes on what comes in time, and what fails in time", async () => {
  await expect(inTime(Promise.resolve("here"), 60_000)).resolves.toBe("here");
  await expect(inTime(Promise.reject(new Error("broken")), 60_000)).rejects.toThrow("broken");
});

it("ends the wait for what never comes", async () => {
  await expect(inTime(new Promise(() => {}), 1)).rejects.toMatchObject({ code: "timeout" });
});
