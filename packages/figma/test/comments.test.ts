import { figmaKeys } from "@drawbridge/sandbox";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { answered, ServedFigma } from "./stand/served-figma.ts";

const served = await ServedFigma.start({ isPlenty: true });
const { stand } = served;
afterAll(() => served[Symbol.asyncDispose]());
const host = await served.open();
const { shop } = figmaKeys;
const comments = stand.file(shop).comments;
beforeEach(() => void comments.splice(1));

interface Thread {
  readonly id: string;
  readonly message: string;
  readonly node?: string;
  readonly reactions?: string[];
  readonly replies: { readonly message: string; readonly by: string }[];
}

const write = (input: object) => host.callTool("figma_comments_write", { file: shop, ...input });
const threads = async (input: object = {}) => {
  const { structured } = await answered(host.callTool("figma_comments_read", { file: shop, ...input }));
  return structured?.threads as Thread[];
};

describe("figma_comments_read", () => {
  it("gives threads with their replies and where they are pinned, newest first", async () => {
    await answered(write({ method: "reply", comment_id: "900", message: "It is in version 2" }));
    await answered(write({ method: "create", message: "Nice lamp", node: "1:3", x: 3 }));
    expect(await threads()).toMatchObject([
      { message: "Nice lamp", node: "1:3", replies: [] },
      { id: "900", node: "1:5", replies: [{ message: "It is in version 2", by: "ada" }] },
    ]);
    expect((await threads({ node: "1-3" })).length).toBe(1);
  });

  it("leaves out what is resolved unless that is wanted", async () => {
    const [first] = comments;
    if (first !== undefined) first.resolved_at = "2026-05-05T00:00:00Z";
    expect([(await threads()).length, (await threads({ resolved: true })).length]).toEqual([0, 1]);
    if (first !== undefined) first.resolved_at = null;
  });

  it("goes on page by page, each thread once", async () => {
    for (let index = 0; index < 40; index++)
      await answered(write({ method: "create", message: `${index} ${"word ".repeat(40)}` }));
    const small = await served.open({ argv: ["--max-result-bytes", "4096"] });
    const ids: string[] = [];
    let cursor: unknown;
    do {
      const page = { file: shop, ...(cursor === undefined ? {} : { cursor }) };
      const { structured } = await answered(small.callTool("figma_comments_read", page));
      ids.push(...((structured?.threads ?? []) as Thread[]).map(({ id }) => id));
      cursor = structured?.nextCursor;
    } while (cursor !== undefined);
    expect([ids.length, new Set(ids).size]).toEqual([41, 41]);
  });
});

describe("figma_comments_write", () => {
  it("says what it would do, and does nothing, in a dry run", async () => {
    const { text } = await answered(write({ method: "reply", comment_id: "900", message: "Yes", dry_run: true }));
    expect(text).toContain("The price could be larger");
    expect(comments.length).toBe(1);
  });

  it("reacts, and takes that back", async () => {
    await answered(write({ method: "react", comment_id: "900", emoji: ":heart:" }));
    expect((await threads())[0]?.reactions).toEqual([":heart: ada"]);
    await answered(write({ method: "unreact", comment_id: "900", emoji: ":heart:" }));
    expect((await threads())[0]?.reactions).toBeUndefined();
  });

  it("deletes what is one's own, and nothing of another's", async () => {
    const { meta } = await answered(write({ method: "create", message: "Oops" }));
    await answered(write({ method: "delete", comment_id: meta.comment_id }));
    expect(comments.length).toBe(1);
    const answer = await write({ method: "delete", comment_id: "900" });
    expect([answer.isError, answer.meta.code]).toEqual([true, "refused"]);
  });

  it.each([
    [{ method: "create" }, "create needs message"],
    [{ method: "reply", message: "Yes" }, "reply needs comment_id"],
    [{ method: "reply", message: "Yes", comment_id: "123" }, "has no comment 123"],
  ])("says what %o lacks", async (input, words) => {
    const answer = await write(input);
    expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining(words)]);
  });

  it("asks the person before it deletes", async () => {
    const asked: string[] = [];
    const person = async (question: string) => {
      asked.push(question);
      return { action: "decline" as const };
    };
    const careful = await served.open({ confirm: "destroy", person });
    const { meta } = await answered(write({ method: "create", message: "Oops, once more" }));
    const input = { file: shop, method: "delete", comment_id: meta.comment_id };
    expect((await careful.callTool("figma_comments_write", input)).isError).toBe(true);
    expect(asked).toEqual([expect.stringContaining("Oops, once more")]);
    expect(comments.length).toBe(2);
  });
});

it("asks as Figma's own description has it", () => {
  expect(stand.violations).toEqual([]);
});
