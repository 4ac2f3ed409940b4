import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Asking, asking } from "../asking.ts";
import { type StartedGithub, startGithub } from "../start-github.ts";

let github: StartedGithub;
let ask: Asking;

beforeAll(async () => {
  github = await startGithub();
  ask = asking(github);
});

afterAll(() => github[Symbol.asyncDispose]());

afterEach(() => {
  github.calm();
  expect(github.violations.splice(0)).toEqual([]);
});

it("finds a request that GitHub would not take, and one that it does not have", async () => {
  await ask("/repos/acme/site/issues?per_page=many");
  await ask("/repos/acme/site/wishes");
  await ask("/repos/acme/tools/issues", { method: "POST", body: { body: 1 } });
  const found = github.violations.splice(0).join("\n");
  expect(found).toContain("GET /repos/acme/site/issues per_page data must be integer");
  expect(found).toContain("GET /repos/acme/site/wishes is no request that GitHub describes");
  expect(found).toContain("POST /repos/acme/tools/issues the body must have required property 'title'");
});

it("finds an answer of its own that GitHub would not give", async () => {
  const { Checked } = await import("./checked.ts");
  const checked = new Checked();
  const asked = { method: "GET", path: "/zen", query: new URLSearchParams(), headers: {}, credential: undefined };
  const issue = { ...asked, path: "/repos/acme/site/labels/bug" };
  const found = await checked.request(issue);
  await checked.answer(found, issue, { status: 200, body: { name: 1 } });
  await checked.answer(found, issue, { status: 299, body: {} });
  expect(checked.violations).toEqual([
    "the stand answers GET /repos/acme/site/labels/bug wrongly: /name must be string",
    "the stand answers GET /repos/acme/site/labels/bug with 299, which GitHub does not describe",
  ]);
});
