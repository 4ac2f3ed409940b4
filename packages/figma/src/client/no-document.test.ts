import { describe, expect, it } from "vitest";
import type { FigmaApi } from "../api/figma-api.ts";
import type { Body } from "../api/transport.ts";
import { KeptAnswers } from "../keeping/kept-answers.ts";
import { Subtrees } from "./subtrees.ts";
import { WholeFiles } from "./whole-files.ts";

const call = { signal: new AbortController().signal };
const wanted = { key: "key", version: undefined, kept: "1" };
const about = { name: "Shop", version: "1", lastModified: "2026-01-01T00:00:00Z" };
const node = { id: "1:1", type: "SLICE", name: "" };
const document = { id: "0:0", type: "DOCUMENT", name: "", children: [{ ...node, type: "CANVAS", children: [node] }] };
const kept = () => new KeptAnswers(true, undefined);

async function* bytesOf(said: unknown): Body {
  yield Buffer.from(JSON.stringify(said));
}

describe("an answer that is JSON and no document", () => {
  it.each([
    [null],
    [[]],
    [{}],
    ["a text"],
    [{ status: 200, err: null }],
    [{ ...about, document: null }],
    [{ ...about, document: { ...document, children: [null] } }],
    [{ document }],
  ])("fails, and is not kept: %j", async (broken) => {
    const answers: unknown[] = [broken, { ...about, document }];
    const file = (_key: string, _query: object, read: (body: Body) => Promise<unknown>) =>
      read(bytesOf(answers.shift()));
    const files = new WholeFiles(() => ({ file }) as unknown as FigmaApi, kept());
    await expect(files.read(wanted, call)).rejects.toMatchObject({ code: "unavailable" });
    expect(await files.read(wanted, call)).toMatchObject({ name: "Shop", components: {} });
  });

  it.each([[null], [{}], [{ ...about, nodes: null }], [{ ...about, nodes: { "1:1": { document: [node] } } }]])(
    "fails where nodes were asked for, and is not kept: %j",
    async (broken) => {
      const answers: unknown[] = [broken, { ...about, nodes: { "1:1": { document: node } } }];
      const subtrees = new Subtrees(() => ({ nodes: async () => answers.shift() }) as unknown as FigmaApi, kept());
      await expect(subtrees.read(wanted, ["1:1"], call)).rejects.toMatchObject({ code: "unavailable" });
      expect((await subtrees.read(wanted, ["1:1"], call)).document.children).toMatchObject([{ children: [node] }]);
    },
  );
});
