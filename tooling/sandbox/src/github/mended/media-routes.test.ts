import { afterAll, beforeAll, expect, it } from "vitest";
import { type StartedGithub, startGithub } from "../start-github.ts";

let github: StartedGithub;

beforeAll(async () => {
  github = await startGithub();
});

afterAll(() => github[Symbol.asyncDispose]());

const get = (path: string, accept: string) =>
  fetch(`${github.url}${path}`, { headers: { authorization: `Bearer ${github.token("ada")}`, accept } });

it("gives a binary file's bytes as they are", async () => {
  const raw = await get("/repos/acme/site/contents/assets/logo.png", "application/vnd.github.raw+json");
  const bytes = Buffer.from(await raw.arrayBuffer());
  expect([bytes.length, bytes.subarray(1, 4).toString()]).toEqual([70, "PNG"]);
});

it("leaves a file of more than a megabyte out of JSON", async () => {
  const content = Buffer.alloc(1_000_001, "line\n").toString("base64");
  await github.as("ada", "PUT", "/repos/acme/tools/contents/big.txt", { message: "Add", content });
  const answered = await get("/repos/acme/tools/contents/big.txt", "application/vnd.github+json");
  expect(await answered.json()).toMatchObject({ size: 1_000_001, content: "", encoding: "none" });
});

it("gives a commit as its diff", async () => {
  const diff = await get("/repos/acme/site/commits/fix-add", "application/vnd.github.diff");
  expect(await diff.text()).toContain("diff --git a/src/add.ts b/src/add.ts\n");
  expect(github.violations).toEqual([]);
});
