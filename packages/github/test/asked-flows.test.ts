import type { AnswerPerson } from "@drawbridge/testkit";
import { describe, expect, it, vi } from "vitest";
import { guarded } from "./stand/guarded.ts";
import { answered } from "./stand/served-github.ts";

const guard = guarded();
const { site, vault, secret, call, comment, readSite, readStranger, readVault, refused } = guard;

describe("--flow-guard ask", () => {
  const questions: string[] = [];
  const open = async (answer: Awaited<ReturnType<AnswerPerson>>) => {
    questions.length = 0;
    const person: AnswerPerson = async (question) => {
      questions.push(question);
      return answer;
    };
    guard.host = await guard.served.open({ as: "ada", argv: ["--flow-guard", "ask"], person });
    await readStranger();
    await readVault();
  };
  const allow = { action: "accept", content: { allow: true } } as const;

  it("shows a person what would flow where, and whose words were read; they allow it once", async () => {
    await open(allow);
    await answered(comment());
    expect(questions).toHaveLength(1);
    for (const told of ["acme/site", "acme/vault", "issue acme/site#1 by mallory", "It says what it says."])
      expect(questions[0]).toContain(told);
    await answered(comment());
    expect(questions).toHaveLength(2);
  });

  it.each([
    ["declines", { action: "decline" }],
    ["closes the question", { action: "cancel" }],
    ["leaves the box empty", { action: "accept", content: { allow: false } }],
    ["sends the form off unread", { action: "accept", content: {} }],
  ] as const)("writes nothing where the person %s", async (_, answer) => {
    await open(answer);
    await refused(() => comment());
    expect(questions).toHaveLength(1);
  });

  it("refuses where nobody can be asked", async () => {
    guard.host = await guard.served.open({ as: "ada", argv: ["--flow-guard", "ask"] });
    await readStranger();
    await readVault();
    await refused(() => comment());
  });

  it("asks nothing where nothing could flow, and by no dry run", async () => {
    await open(allow);
    await answered(comment(vault, 1));
    await refused(() => call("issue_write", { ...site, method: "create", title: secret, dry_run: true }));
    expect(questions).toEqual([]);
  });
});

describe("what can be looked at", () => {
  const read = async (uri: string) => JSON.parse((await guard.host.readResource(uri)).text ?? "");

  it("is what was read and what is shut now, at github://trust", async () => {
    await readSite();
    expect(await read("github://trust")).toMatchObject({
      flow_guard: "refuse",
      read: [{ repository: "acme/site", visibility: "public", trusted: true }],
      blocked: "nothing",
    });
    await readStranger();
    await readVault();
    expect(await read("github://trust")).toMatchObject({
      read: expect.arrayContaining([
        expect.objectContaining({ what: "issue acme/site#1", author: "mallory", trusted: false }),
        expect.objectContaining({ repository: "acme/vault", visibility: "private", trusted: true }),
      ]),
      blocked: { since_private_was_read: ["acme/vault"], and_words_of_strangers: ["issue acme/site#1 by mallory"] },
    });
  });

  it("is what is left of each credential's requests, at github://budget", async () => {
    const environment = { ACME_TOKEN: guard.served.stand.token("ben") };
    vi.stubEnv("ACME_TOKEN", environment.ACME_TOKEN);
    guard.host = await guard.served.open({ as: "ada", argv: ["--token-for", "acme=ACME_TOKEN"], environment });
    expect(await read("github://budget")).toMatchObject({
      default: { core: { limit: expect.any(Number), remaining: expect.any(Number) } },
      acme: { core: { limit: expect.any(Number) } },
    });
  });
});
