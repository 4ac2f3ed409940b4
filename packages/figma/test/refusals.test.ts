import { figmaKeys } from "@drawbridge/sandbox";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { answered, ServedFigma } from "./stand/served-figma.ts";

const served = await ServedFigma.start({ isPlenty: true });
const { stand } = served;
afterAll(() => served[Symbol.asyncDispose]());
beforeEach(() => void served.asked());

const { shop, secret, make } = figmaKeys;
const scoped = (...scopes: string[]) => served.open({ token: stand.issue({ login: "ada", seat: "full", scopes }) });
const render = { file: shop, nodes: ["1:2"] };

async function refusal(host: Awaited<ReturnType<typeof scoped>>, tool: string, input: object) {
  const { isError, meta, text } = await host.callTool(tool, { ...input });
  expect(isError).toBe(true);
  return [meta.code, text] as const;
}

describe("Figma's refusals", () => {
  it("tell what the account may not do to what it sees, and that a version may be the wrong one", async () => {
    const host = await served.open({ token: stand.token });
    const others = { file: shop, method: "delete", comment_id: "900" };
    const [code, text] = await refusal(host, "figma_comments_write", others);
    expect(code).toBe("refused");
    expect(text).toContain("does not let the token's account change the comments");
    expect(text).not.toMatch(/may not see|share/);
    const address = `https://www.figma.com/design/${shop}/Shop?version-id=1`;
    expect(await refusal(host, "figma_read", { file: address })).toEqual([
      "not_found",
      expect.stringContaining("the version where you named one"),
    ]);
  });

  it("are none for a token that came with the line end of the file it was kept in", async () => {
    const host = await served.open({ token: `${stand.token}\n` });
    await answered(host.callTool("figma_versions", { file: shop }));
  });

  it("tell a token that Figma does not know", async () => {
    const host = await served.open({ token: "figd_revoked_long_ago_000000000000000000" });
    for (const [tool, input] of [
      ["figma_render", render],
      ["figma_dev_resources_read", { file: shop }],
    ] as const)
      expect(await refusal(host, tool, input)).toEqual([
        "unauthorized",
        expect.stringContaining("does not accept the token"),
      ]);
  });

  it.each([
    ["figma_render", render, "file_content:read"],
    ["figma_comments_read", { file: shop }, "file_comments:read"],
    ["figma_versions", { file: shop }, "file_versions:read"],
    ["figma_dev_resources_read", { file: shop }, "file_dev_resources:read"],
    ["figma_projects", { project: "51" }, "projects:read"],
  ])("name the scope that a token lacks for %s", async (tool, input, scope) => {
    const host = await scoped("current_user:read");
    expect(await refusal(host, tool, input)).toEqual(["refused", expect.stringContaining(`lacks the scope ${scope}`)]);
  });

  it("tell a file that the account may not see from one that there is none of", async () => {
    const host = await served.open();
    expect(await refusal(host, "figma_render", { ...render, file: secret })).toEqual([
      "refused",
      expect.stringContaining("may not see file"),
    ]);
    expect(await refusal(host, "figma_render", { ...render, file: "NOSUCHfile0000000000" })).toEqual([
      "not_found",
      expect.stringContaining("does not know file NOSUCHfile0000000000"),
    ]);
  });

  it("say what is no design at all", async () => {
    const host = await served.open();
    await expect(host.readResource(`figma://${make}`)).rejects.toThrow(
      /File type not supported.*Its API reads design files/,
    );
  });

  it("send nothing to Figma for what names no file", async () => {
    const host = await served.open();
    for (const file of ["https://example.com/design/AbCdEfGhIjKl", "../../me", "Shop.fig"])
      expect((await refusal(host, "figma_versions", { file }))[0]).toBe("invalid_input");
    expect(served.asked()).toEqual([]);
  });

  it("say without a token what works and what does not", async () => {
    const host = await served.open({ token: null });
    expect(await refusal(host, "figma_versions", { file: shop })).toEqual([
      "unauthorized",
      expect.stringContaining("started without a token"),
    ]);
  });
});

describe("what fails on the way", () => {
  it("is asked once more where it only reads", async () => {
    const host = await served.open();
    stand.disturb({ path: /\/versions$/, status: 502 });
    await answered(host.callTool("figma_versions", { file: shop }));
    expect(served.asked()).toHaveLength(2);
  });

  it("is told where it goes on failing, also where a gateway answers", async () => {
    const host = await served.open();
    stand.disturb({ path: /\/versions$/, status: 502, html: "<h1>Bad gateway</h1>", times: 2 });
    const [code, text] = await refusal(host, "figma_versions", { file: shop });
    expect([code, text]).toEqual(["unavailable", expect.stringContaining("the versions of file")]);
    expect(text).not.toContain("<h1>");
    stand.disturb({ path: /\/versions$/, status: 200, html: "<h1>Sign in</h1>" });
    expect((await refusal(host, "figma_versions", { file: shop }))[1]).toContain("no JSON");
  });

  it("is not done twice where it writes", async () => {
    const host = await served.open();
    stand.disturb({ path: /\/comments$/, status: 500 });
    const write = { file: shop, method: "create", message: "Once" };
    expect(await refusal(host, "figma_comments_write", write)).toEqual([
      "conflict",
      expect.stringContaining("so it may have been made"),
    ]);
    expect(served.asked()).toHaveLength(1);
  });
});

it("lets no token into answers, errors or the log", async () => {
  const token = stand.issue({ login: "ada", seat: "full" });
  const host = await served.open({ token });
  const { text } = await answered(host.callTool("figma_quota"));
  const [, words] = await refusal(host, "figma_versions", { file: secret });
  expect(`${text} ${words}`).not.toContain(token);
});

it("asks with a bearer where the token came from OAuth", async () => {
  const token = stand.issue({ login: "grace", seat: "full", isOAuth: true });
  expect((await (await served.open({ token })).callTool("figma_versions", { file: shop })).isError).toBe(false);
});

it("asks a gateway at its own path", async () => {
  const host = await served.open({ argv: [], gateway: "/figma" });
  await answered(host.callTool("figma_versions", { file: shop }));
  expect(served.asked()).toEqual([expect.stringContaining(`GET /v1/files/${shop}/versions`)]);
});

it("asks, but for what the tests made go wrong, as Figma's own description has it", () => {
  expect(stand.violations.filter((violation) => !violation.includes("with 400"))).toEqual([]);
});

it("says how open files are reached where nothing waits for them", async () => {
  const host = await served.open({ token: stand.token });
  expect(await refusal(host, "figma_read", { file: "open" })).toEqual([
    "unavailable",
    expect.stringContaining("Start it with --bridge to look at them"),
  ]);
});
