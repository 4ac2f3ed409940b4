import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { LedgerFile } from "./ledger-file.ts";
import type { QuotaEvent } from "./quota-event.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "quota-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const place = () => join(folder, "deep", "quota.jsonl");
const event = (t: number): QuotaEvent => ({ t, tier: 1, f: "ab" });

it("tells each process what others wrote since it last looked, once", async () => {
  const [one, other] = [new LedgerFile(place()), new LedgerFile(place())];
  await one.append(event(1));
  expect([await one.news(), await other.news()]).toEqual([[event(1)], [event(1)]]);
  await other.append(event(2));
  expect([await one.news(), await one.news(), await other.news()]).toEqual([[event(2)], [], [event(2)]]);
});

it("gives to those who look at the same time each line once together", async () => {
  const file = new LedgerFile(place());
  for (let t = 1; t <= 5; t++) await file.append(event(t));
  const seen = (await Promise.all([file.news(), file.news(), file.news()])).flat();
  expect(seen.map(({ t }) => t)).toEqual([1, 2, 3, 4, 5]);
});

it("loses no line when several write at once, and none while the file is put aside", async () => {
  const writers = Array.from({ length: 4 }, () => new LedgerFile(place()));
  const reader = new LedgerFile(place());
  const seen: number[] = [];
  // Long enough that the file is put aside once.
  const long = "f".repeat(900);
  await Promise.all(
    writers.map(async (writer, index) => {
      for (let turn = 0; turn < 80; turn++) {
        await writer.append({ ...event(index * 1000 + turn), f: long });
        if (index === 0) seen.push(...(await reader.news()).map(({ t }) => t));
      }
    }),
  );
  seen.push(...(await reader.news()).map(({ t }) => t));
  expect(new Set(seen).size).toBe(320);
  expect(seen.length).toBe(320);
  expect((await readdir(join(folder, "deep"))).sort()).toEqual(["quota.jsonl", "quota.jsonl.before"]);
});

it("passes over lines that are torn or are something else, and reads what follows", async () => {
  const file = new LedgerFile(place());
  await file.append(event(1));
  await appendFile(place(), '{"t":2,"ti\nnull\n[]\n{"t":"x","f":1}\n');
  await file.append(event(3));
  expect((await file.news()).map(({ t }) => t)).toEqual([1, 3]);
});

it("waits for the end of a line that is half written", async () => {
  const file = new LedgerFile(place());
  await file.append(event(1));
  const half = JSON.stringify(event(2));
  await appendFile(place(), half.slice(0, 9));
  expect((await file.news()).length).toBe(1);
  await appendFile(place(), `${half.slice(9)}\n`);
  expect(await file.news()).toEqual([event(2)]);
});

it("is the user's own, and says where it cannot be written", async () => {
  const file = new LedgerFile(place());
  expect(await file.append(event(1))).toBe(true);
  if (process.platform !== "win32") expect((await stat(place())).mode & 0o777).toBe(0o600);
  await writeFile(join(folder, "file"), "");
  expect(await new LedgerFile(join(folder, "file", "quota.jsonl")).append(event(1))).toBe(false);
  expect((await readFile(place(), "utf8")).split("\n").length).toBe(2);
});
