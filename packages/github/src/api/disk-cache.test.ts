import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { DiskCache } from "./disk-cache.ts";

const folder = await mkdtemp(join(tmpdir(), "answers-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

it("keeps an answer as it was for the credential that had it, and for no other", async () => {
  const answer = { etag: '"a"', status: 200, headers: { link: "<next>" }, body: "kept – ü" };
  const open = (secret: string) => new DiskCache({ folder, secret, mostBytes: 1 << 20 });
  await open("ghp_mine").set("key", answer);
  expect([await open("ghp_mine").get("key"), await open("ghp_other").get("key")]).toEqual([answer, undefined]);
});
