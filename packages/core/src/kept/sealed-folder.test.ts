import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { SealedFolder } from "./sealed-folder.ts";

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "answers-")), "answers");
});
afterEach(() => rm(join(folder, ".."), { recursive: true, force: true }));

const mine = "ghp_mine0000000000000000000000000000000000";
const open = (secret = mine, mostBytes = 1 << 20, purpose = "tests") =>
  new SealedFolder({ folder, secret, purpose, mostBytes });
const answer = (body: string) => Buffer.from(body);
const places = async () => (await readdir(folder)).map((name) => join(folder, name));

it("outlives the process that wrote", async () => {
  await open().set("key", answer("kept"));
  expect(await open().get("key")).toEqual(answer("kept"));
});

it("tells nothing to another secret, for another purpose, nor under another key", async () => {
  await open().set("key", answer("kept"));
  expect(await open("ghp_another").get("key")).toBeUndefined();
  expect(await open(mine, 1 << 20, "something else").get("key")).toBeUndefined();
  expect(await open().get("kez")).toBeUndefined();
});

it("is the user's own, and shows neither what was asked, what was answered, nor the credential", async () => {
  await open().set("GET /repos/acme/vault", answer("a secret plan"));
  const [place = ""] = await places();
  const written = `${place} ${(await readFile(place)).toString("latin1")}`;
  expect(/vault|secret plan|ghp_/.test(written)).toBe(false);
  if (process.platform === "win32") return;
  expect([(await stat(folder)).mode & 0o777, (await stat(place)).mode & 0o777]).toEqual([0o700, 0o600]);
});

it("takes what was damaged, cut or exchanged for absent", async () => {
  const cache = open();
  await cache.set("one", answer("1"));
  const [one = ""] = await places();
  await cache.set("other", answer("2"));
  const other = (await places()).find((place) => place !== one) ?? "";
  const whole = await readFile(one);
  for (const damaged of [Buffer.alloc(0), whole.subarray(0, 20), whole.subarray(0, -1), await readFile(other)]) {
    await writeFile(one, damaged);
    expect(await cache.get("one")).toBeUndefined();
  }
  whole[whole.length - 1] = (whole.at(-1) ?? 0) ^ 1;
  await writeFile(one, whole);
  expect([await cache.get("one"), (await cache.get("other"))?.toString()]).toEqual([undefined, "2"]);
});

it("stays within its bound, and lets go of what was used longest ago", async () => {
  const cache = open(mine, 10_000);
  for (let index = 0; index < 20; index++) {
    await cache.set(`key ${index}`, answer("x".repeat(900)));
    // Files written within a millisecond are of one age.
    for (const place of await places()) await utimes(place, 0, 0);
    await cache.get("key 0");
  }
  const sizes = await Promise.all((await places()).map(async (place) => (await stat(place)).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(12_000);
  expect(await cache.get("key 0")).toBeDefined();
  await cache.set("large", answer("x".repeat(3000)));
  expect(await cache.get("large")).toBeUndefined();
});

it("goes on without what cannot be written", async () => {
  await writeFile(folder, "a file where a folder should be");
  const cache = open();
  await cache.set("key", answer("kept"));
  expect(await cache.get("key")).toBeUndefined();
});

it("is shared by several that write the same at the same time, and never half read", async () => {
  const bodies = ["a", "b", "c"].map((letter) => letter.repeat(50_000));
  await Promise.all(
    bodies.map(async (body) => {
      const cache = open(mine, 400_000);
      for (let turn = 0; turn < 10; turn++) {
        await cache.set(`key ${turn % 2}`, answer(body));
        const found = await cache.get(`key ${turn % 2}`);
        expect(found === undefined || bodies.includes(found.toString())).toBe(true);
      }
    }),
  );
  expect((await readdir(folder)).length).toBe(2);
});
