import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Apart } from "./apart.ts";

const folder = mkdtempSync(join(tmpdir(), "apart-"));
afterAll(() => rmSync(folder, { recursive: true }));

let programs = 0;

/** A program that does this with each request; it is no `serveApart`, to be able to misbehave. */
function apartDoing(body: string): Apart {
  programs += 1;
  const path = join(folder, `program-${programs}.mjs`);
  writeFileSync(path, `process.once("message", (request) => { ${body} });`);
  return new Apart(() => path, 2);
}

const forever = "setInterval(() => {}, 1000);";
const { signal } = new AbortController();

describe("work apart", () => {
  it("answers what the program answers, which sees no environment", async () => {
    const apart = apartDoing("process.send({ got: request.bytes, keys: Object.keys(process.env) })");
    const { got, keys } = await apart.ask<{ got: Uint8Array; keys: string[] }>({ bytes: new Uint8Array([7]) }, signal);
    expect([[...got], keys.filter((key) => !/^NODE_|^__CF/.test(key))]).toEqual([[7], []]);
  });

  it("hears an answer also where it was busy until the program had left", async () => {
    const apart = apartDoing("process.send({ got: 7 }, () => process.exit())");
    const answers = Array.from({ length: 4 }, async () => {
      const asked = apart.ask<{ got: number }>({}, signal);
      const end = Date.now() + 400;
      // As where many calls are worked on at once: both are seen in one turn, the exit first.
      setTimeout(() => {
        while (Date.now() < end);
      }, 10);
      return (await asked).got;
    });
    expect(await Promise.all(answers)).toEqual([7, 7, 7, 7]);
  });

  it("throws what the program finds wrong", async () => {
    const apart = apartDoing('process.send({ problem: { code: "refused", message: "Too much." } })');
    await expect(apart.ask({}, signal)).rejects.toMatchObject({ code: "refused", message: "Too much." });
  });

  it("refuses what makes the program crash", async () => {
    await expect(apartDoing("process.abort()").ask({}, signal)).rejects.toMatchObject({ code: "refused" });
  });

  it("is no one else's fault where the program itself fails", async () => {
    await expect(apartDoing('throw new Error("ours")').ask({}, signal)).rejects.toThrow("failed");
  });

  it("ends when the caller gives up", async () => {
    const controller = new AbortController();
    const asked = apartDoing(forever).ask({}, controller.signal);
    controller.abort(new Error("no longer wanted"));
    await expect(asked).rejects.toThrow("no longer wanted");
  });
});
