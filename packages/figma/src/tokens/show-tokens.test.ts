import { Page } from "@drawbridge/core";
import { expect, test } from "vitest";
import { themedDesign } from "../../test/themed-design.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { showTokens } from "./show-tokens.ts";
import { tokenFiles } from "./token-files.ts";

const input = { file: "key", format: "dtcg" } as const;

function context(document: FigmaDocument, bytes: number, place?: unknown) {
  return {
    client: { document: async () => document },
    page: new Page(place, bytes),
    signal: new AbortController().signal,
    withoutCutSecrets: (_before: string, stretch: string) => stretch,
  };
}

async function pages(bytes: number): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  let place: unknown;
  do {
    const call = context(themedDesign(), bytes, place);
    const { parts } = await showTokens(input, call);
    for (const part of parts) {
      if (!("text" in part)) continue;
      expect(Buffer.byteLength(part.text)).toBeLessThanOrEqual(bytes);
      const name = String(part.facts?.file);
      files.set(name, files.has(name) ? `${files.get(name)}\n${part.text}` : part.text);
    }
    place = call.page.next;
  } while (place !== undefined);
  return files;
}

test("the pages of a file put together are the file, however small they are", async () => {
  for (const bytes of [900, 1500, 100_000]) {
    const read = await pages(bytes);
    for (const { name, text } of tokenFiles(themedDesign(), "dtcg").files) expect(`${read.get(name)}\n`).toBe(text);
  }
});

test("that styles alone were to be had is among the facts", async () => {
  const { facts } = await showTokens(input, context({ ...themedDesign(), variables: undefined }, 100_000));
  expect(facts?.notes).toMatch(/styles alone/);
});

test("a file that changed between two pages is not put together from both", async () => {
  const first = context(themedDesign(), 1500);
  await showTokens(input, first);
  const changed = context({ ...themedDesign(), version: "2" }, 1500, first.page.next);
  await expect(showTokens(input, changed)).rejects.toThrow(/changed since the first page/);
});
