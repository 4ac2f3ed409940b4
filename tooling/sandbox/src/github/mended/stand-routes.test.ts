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

afterEach(() => expect(github.violations.splice(0)).toEqual([]));

it("keeps gists, which their owners alone change", async () => {
  const body = { description: "Notes", public: false, files: { "a.txt": { content: "a" } } };
  const { id } = (await ask("/gists", { method: "POST", body })).body;
  const changed = await ask(`/gists/${id}`, {
    method: "PATCH",
    body: { files: { "a.txt": null, "b.txt": { content: "b" } } },
  });
  expect(Object.keys(changed.body.files)).toEqual(["b.txt"]);
  expect((await ask(`/gists/${id}`, { token: github.token("ben"), method: "DELETE" })).status).toBe(404);
  expect((await ask("/gists/public")).body).toEqual([]);
});

it("tells each of their own, and no more once it was read", async () => {
  const titles = async () =>
    (await ask("/notifications")).body.map(({ subject }: { subject: { title: string } }) => subject.title);
  expect(await titles()).toHaveLength(3);
  expect((await ask("/notifications/threads/1", { method: "PATCH" })).status).toBe(205);
  expect(await titles()).toEqual(["How deep is the moat?", "Please look"]);
  expect((await ask("/notifications/threads/4", { method: "PATCH" })).status).toBe(404);
});

it("leaves out parts of an issue that the asking person may not see", async () => {
  const { id } = (await ask("/repos/acme/vault/issues/1")).body;
  const made = await ask("/repos/acme/site/issues/2/sub_issues", { method: "POST", body: { sub_issue_id: id } });
  expect([made.status, made.body.number]).toEqual([201, 2]);
  const parts = async (login: string) =>
    (await ask("/repos/acme/site/issues/2/sub_issues", { token: github.token(login) })).body.length;
  expect([await parts("ada"), await parts("mallory")]).toEqual([1, 0]);
});

it("shows alerts to those who write, and lets them dismiss one", async () => {
  const path = "/repos/acme/site/dependabot/alerts";
  expect((await ask(path, { token: github.token("mallory") })).status).toBe(403);
  const dismissed = await ask(`${path}/1`, {
    method: "PATCH",
    body: { state: "dismissed", dismissed_reason: "not_used" },
  });
  const open = (await ask(`${path}?state=open`)).body as { number: number }[];
  expect([dismissed.body.state, open.map(({ number }) => number)]).toEqual(["dismissed", [2]]);
});

it("counts reactions, one a person and sign", async () => {
  const react = () => ask("/repos/acme/site/issues/2/reactions", { method: "POST", body: { content: "heart" } });
  expect([(await react()).status, (await react()).status]).toEqual([201, 200]);
  expect((await ask("/repos/acme/site/issues/2")).body.reactions.heart).toBe(1);
});
