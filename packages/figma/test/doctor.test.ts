import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shopDocument } from "@drawbridge/sandbox";
import { afterAll, expect, it } from "vitest";
import { Figma } from "../src/client/figma.ts";
import { doctor } from "../src/doctor/doctor.ts";
import { ServedFigma } from "./stand/served-figma.ts";

const served = await ServedFigma.start({ isPlenty: true });
const { stand, folder } = served;
afterAll(() => served[Symbol.asyncDispose]());

const local = join(folder, "shop.json");
writeFileSync(local, JSON.stringify({ name: "Shop", ...shopDocument() }));
const broken = join(folder, "broken.json");
writeFileSync(broken, "{");

type Given = Parameters<typeof doctor>[0];

async function findings(given: Partial<Given>) {
  const whole: Given = {
    ...{ files: [], apiUrl: stand.url, token: stand.token, cache: "disk", cacheDir: join(folder, "cache") },
    ...{ cacheBytes: 1 << 24, maxDocumentBytes: 1 << 24, ...given },
  } as Given;
  const found = [];
  const context = { signal: new AbortController().signal, log: { write() {} }, access: undefined };
  for await (const finding of doctor(whole, context as never)) found.push(finding);
  return found;
}

it("tells whose token it is, what the files hold, and where documents are kept", async () => {
  const found = await findings({ files: [local] });
  expect(found.map(({ level, title }) => `${level} ${title}`)).toEqual([
    `note Figma is asked at ${stand.url}`,
    "ok The token is ada's (ada@example.com)",
    "ok 0 documents and pictures were asked for in the last 30 days",
    expect.stringMatching(/^ok shop\.json has 2 pages with \d+ nodes$/),
    `ok Documents are kept in ${join(folder, "cache")}`,
    "note figma_download is not served",
  ]);
});

it("tells what is wrong, with what to do about it", async () => {
  const unwritable = join(folder, "taken");
  writeFileSync(unwritable, "a file where a folder should be");
  const found = await findings({ files: [broken], cacheDir: unwritable, token: undefined });
  expect(found).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ level: "problem", title: "broken.json cannot be read" }),
      expect.objectContaining({ level: "warning", remedy: "Name another folder with --cache-dir" }),
      expect.objectContaining({ level: "note", remedy: expect.stringContaining("FIGMA_TOKEN") }),
    ]),
  );
});

it("tells of a token that is refused, and of having nothing to read", async () => {
  const [, refused] = await findings({ token: "figd_unknown" });
  expect(refused).toMatchObject({ level: "problem", title: expect.stringContaining("does not accept the token") });
  expect(await findings({ token: undefined })).toContainEqual(expect.objectContaining({ level: "problem" }));
});

it("tells of limits that are reached", async () => {
  const token = stand.issue({ login: "ada", seat: "view" });
  const cacheDir = join(folder, "limited");
  mkdirSync(cacheDir);
  const client = await Figma.open({
    ...{ files: [], apiUrl: stand.url, token, cache: "disk" as const, cacheDir },
    ...{ cacheBytes: 1 << 24, maxDocumentBytes: 1 << 24 },
  });
  stand.disturb({ path: /\/images\//, retryAfter: 9000, plan: "pro", type: "low" });
  const { signal } = new AbortController();
  await expect(client.api({ signal }).images("SHOPdesignFILE00000001", ["1:2"], {})).rejects.toMatchObject({
    code: "rate_limited",
  });
  await client.close();
  expect(await findings({ token, cacheDir })).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ level: "warning", title: expect.stringContaining("no more requests of Tier 1") }),
      expect.objectContaining({ level: "warning", remedy: expect.stringContaining("Dev or Full seat") }),
    ]),
  );
});
