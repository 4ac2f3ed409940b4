import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Pairings } from "./pairings.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pairings-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, "state", "pairings.json");
const day = 24 * 60 * 60_000;

it("are known to every connector of the user, and readable for nobody else", async () => {
  const made = await new Pairings(file()).add();
  expect(await new Pairings(file()).find(made.id)).toMatchObject({ id: made.id, secret: made.secret });
  expect(await new Pairings(file()).any()).toBe(true);
  if (process.platform !== "win32") expect(statSync(file()).mode & 0o777).toBe(0o600);
});

it("of several connectors at once are all kept", async () => {
  const [one, other] = [new Pairings(file()), new Pairings(file())];
  const first = await one.add();
  const second = await other.add();
  const third = await one.add();
  const later = new Pairings(file());
  for (const { id } of [first, second, third]) expect(await later.find(id)).toBeDefined();
});

it("that were not used for thirty days are forgotten", async () => {
  const made = await new Pairings(file()).add();
  const kept = JSON.parse(readFileSync(file(), "utf8"));
  const used = (ago: number) =>
    writeFileSync(file(), JSON.stringify({ pairings: [{ ...kept.pairings[0], used: Date.now() - ago }] }));
  used(29 * day);
  expect(await new Pairings(file()).find(made.id)).toBeDefined();
  used(31 * day);
  expect(await new Pairings(file()).find(made.id)).toBeUndefined();
});

it("that were damaged, or cannot be kept, only cost another code", async () => {
  const pairings = new Pairings(file());
  const made = await pairings.add();
  writeFileSync(file(), "{");
  expect(await new Pairings(file()).find(made.id)).toBeUndefined();
  expect(await pairings.find(made.id)).toBeDefined();
  writeFileSync(join(folder, "taken"), "");
  const unkept = new Pairings(join(folder, "taken", "pairings.json"));
  expect(await unkept.find((await unkept.add()).id)).toBeDefined();
});
