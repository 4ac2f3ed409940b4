import { inProcess, openHost } from "@drawbridge/testkit";
import type { Example } from "./example.ts";

/** A call of an example, and what was answered. */
export interface AnsweredCall {
  readonly input: object;
  readonly answer: string;
}

/** How much of an answer a page shows. */
const most = { lines: 30, characters: 2400 };

/**
 * Makes every call of an example and answers what came, by tool.
 *
 * @throws where one fails: a page shows how a tool is used, not how it is not
 */
export async function answeredCalls({
  connector,
  calls,
  refused = [],
  start,
}: Example): Promise<Map<string, AnsweredCall>> {
  await using system = await start();
  const host = await openHost("2025-11-25, SDK 2", inProcess(connector, system.options));
  const answered = new Map<string, AnsweredCall>();
  try {
    let before: Readonly<Record<string, unknown>> = {};
    for (const [tool, call] of Object.entries(calls)) {
      const input = typeof call === "function" ? call(before) : call;
      const { text, isError = false, structured } = await host.callTool(tool, { ...input });
      if (isError !== refused.includes(tool)) throw new Error(`${tool} cannot be shown: ${text}`);
      before = structured ?? {};
      const answer = structured === undefined ? text : JSON.stringify(structured, undefined, 2);
      answered.set(tool, { input, answer: cut(shown(answer, system.shownAs)) });
    }
  } finally {
    await host.close();
  }
  return answered;
}

function shown(text: string, places: ReadonlyMap<string, string> = new Map()): string {
  let result = text;
  for (const [from, to] of places) result = result.replaceAll(from, to);
  return result;
}

function cut(text: string): string {
  const lines = text.split("\n");
  const some = lines.slice(0, most.lines).join("\n").slice(0, most.characters);
  return some.length < text.length ? `${some}\n… and ${lines.length - some.split("\n").length} lines more` : some;
}
