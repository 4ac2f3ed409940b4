import { Page } from "@drawbridge/core";
import { expect, test } from "vitest";
import { smallDesign } from "../../test/small-design.ts";
import type { DocumentRequest } from "../client/figma-client.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { showDifferences } from "./show-differences.ts";

const many = (opacity: number) =>
  Array.from({ length: 300 }, (_, at) => ({ id: `1:${at}`, type: "RECTANGLE", name: `Layer ${at}`, opacity }));
const versions: Record<string, FigmaDocument> = {
  "key 11": smallDesign(many(1), { version: "11" }),
  "key live": smallDesign(many(0.5), { version: "12" }),
  "copy.fig live": smallDesign(many(0.25), { version: "c" }),
};

function context(bytes: number, place?: unknown) {
  return {
    client: {
      document: async (file: string, { version = "live" }: DocumentRequest) =>
        versions[`${file} ${version}`] ?? Promise.reject(new Error(`no ${file} ${version}`)),
    },
    page: new Page(place, bytes),
    signal: new AbortController().signal,
  };
}

async function lines(input: Parameters<typeof showDifferences>[0], bytes: number): Promise<string[]> {
  const told: string[] = [];
  let place: unknown;
  do {
    const call = context(bytes, place);
    const { parts } = await showDifferences(input, call);
    const [part] = parts;
    const text = part !== undefined && "text" in part ? part.text : "";
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(bytes);
    told.push(...text.split("\n"));
    place = call.page.next;
  } while (place !== undefined);
  return told;
}

test("the pages together tell every change once, in order", async () => {
  const whole = await lines({ file: "key", from: "11" }, 1_000_000);
  expect(whole).toHaveLength(300);
  expect(whole[7]).toBe("Page / Layer 7 (RECTANGLE 1:7) restyled: opacity 1 → 0.5");
  expect(await lines({ file: "key", from: "11" }, 1000)).toEqual(whole);
});

test("a version is compared with the file as it is, and with another file", async () => {
  const { facts } = await showDifferences({ file: "key", from: "11", to: "copy.fig" }, context(100_000));
  expect(facts).toMatchObject({ from: "Small 11", to: "Small c", changes: 300, restyled: 300 });
});

test("a version compared with itself is refused", async () => {
  await expect(showDifferences({ file: "key", from: "live" }, context(1000))).rejects.toThrow(/same version/);
});

test("that nothing differs is said", async () => {
  const { parts } = await showDifferences({ file: "key", from: "key" }, context(1000));
  expect(parts).toEqual([{ text: "Nothing differs." }]);
});
