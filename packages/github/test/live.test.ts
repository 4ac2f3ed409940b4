import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startGithub } from "@drawbridge/sandbox";
import { afterAll, describe, expect, it } from "vitest";
import { describeSmoke } from "../live/describe-smoke.ts";

describe("what test:live asks, of the stand", async () => {
  const stand = await startGithub();
  afterAll(() => stand[Symbol.asyncDispose]());
  describeSmoke({ argv: ["--host", stand.url], environment: { GITHUB_TOKEN: stand.token("ada") } }, "acme/site");

  it("is asked as GitHub describes it, and changes nothing", () => {
    expect(stand.violations).toEqual([]);
    expect(stand.requests.filter(({ method, path }) => method !== "GET" && path !== "/graphql")).toEqual([]);
  });
});

it("says without a token what is missing, in one sentence, and fails", () => {
  const program = fileURLToPath(new URL("../live/assert-token.js", import.meta.url));
  const withToken = (GITHUB_TOKEN: string) =>
    spawnSync(process.execPath, [program], {
      env: { ...process.env, GITHUB_TOKEN, FIGMA_TOKEN: "" },
      encoding: "utf8",
    });
  const { status, stdout, stderr } = withToken("");
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^test:live [^.]+ set GITHUB_TOKEN [^.]+\.\n$/);
  expect(withToken("a token").status).toBe(0);
});
