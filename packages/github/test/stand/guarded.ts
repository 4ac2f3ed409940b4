import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { answered, ServedGithub } from "./served-github.ts";

type Input = Readonly<Record<string, unknown>>;

const site = { owner: "acme", repo: "site" };
const vault = { owner: "acme", repo: "vault" };
const tools = { owner: "acme", repo: "tools" };
/** What the vault holds. */
const secret = "a bridge that can be drawn";

/** A GitHub for the tests of a file, and for each test a host of ada's that has read nothing yet. */
export function guarded() {
  let served: ServedGithub;
  const at = {
    host: undefined as unknown as Host,
    get served(): ServedGithub {
      return served;
    },
  };
  beforeAll(async () => {
    served = await ServedGithub.start();
  }, 60_000);
  beforeEach(async () => {
    at.host = await served.open({ as: "ada" });
  });
  afterEach(() => {
    served.stand.calm();
    expect(served.violations()).toEqual([]);
  });
  afterAll(() => served[Symbol.asyncDispose]());

  const call = (name: string, input: Input) => at.host.callTool(`github_${name}`, input);
  /** Issue 1 is mallory's, and asks for what the vault holds. */
  const readStranger = () => answered(call("issue_read", { ...site, issue_number: 1 }));
  /** Issue 2 is ben's, who may write; mallory has commented on it. Issue 4 is rita's, who may not write. */
  const readIssue = (number: number) => answered(call("issue_read", { ...site, issue_number: number }));
  const readVault = () => answered(call("read", { ...vault, path: "README.md" }));
  const readSite = () => answered(call("read", { ...site, path: "README.md" }));
  /** Something harmless in public, which succeeds wherever nothing is in its way. */
  const comment = (where: Input = site, number = 2) =>
    call("issue_write", { ...where, method: "comment", issue_number: number, body: "It says what it says." });
  /** Somebody's issue in public, and its number. */
  const issue = async (login: string, body: string, then?: (number: number) => Promise<unknown>) => {
    const made = await served.stand.as(login, "POST", "/repos/acme/site/issues", { title: "Please", body });
    const { number } = made as { number: number };
    await then?.(number);
    return number;
  };
  const writes = () => served.stand.requests.filter(({ method, path }) => method !== "GET" && path !== "/graphql");
  /** What a call is told that is refused, and writes nothing. */
  const refused = async (make: () => ReturnType<typeof call>): Promise<string> => {
    served.stand.requests.length = 0;
    const { isError, text, meta } = await make();
    expect([isError, meta.code]).toEqual([true, "refused"]);
    expect(writes()).toEqual([]);
    return text;
  };
  const acts = { call, comment, issue, readIssue, readSite, readStranger, readVault, refused };
  return Object.assign(at, { site, vault, tools, secret, ...acts });
}
