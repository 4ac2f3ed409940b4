import { isDeepStrictEqual } from "node:util";
import type { ToolAnswer } from "../../hosts/host.ts";
import type { Example } from "../trial/example.ts";
import { markedTexts } from "./marked-texts.ts";
import { misspeltKeys } from "./misspelt-keys.ts";
import { undeclaredKeys } from "./undeclared-keys.ts";

/** What is wrong with the answer of a call that succeeds: its channel, its structure, its marks, its words. */
export function answerFaults({ output }: Example["tool"], answer: ToolAnswer): readonly string[] {
  if (answer.isError) return [`failed: ${answer.text}`];
  return [
    ...(answer.meta.provenance === undefined ? ["does not say in _meta where it comes from"] : []),
    ...(output === undefined ? contentFaults(answer) : recordFaults(output, answer)),
    ...misspeltKeys([answer.structured, answer.meta]).map((key) => `writes ${key} for what others spell otherwise`),
  ];
}

function contentFaults({ text, structured }: ToolAnswer): readonly string[] {
  const lines = markedTexts(text).outside.split("\n");
  const unmarked = lines.find((line) => line !== "" && !/^\[.*\]$/.test(line));
  return [
    ...(structured === undefined ? [] : ["answers text and a structure"]),
    ...(text === "" ? ["answers nothing at all"] : []),
    ...(unmarked === undefined ? [] : [`has text outside the marks: ${unmarked.slice(0, 80)}`]),
  ];
}

function recordFaults(output: NonNullable<Example["tool"]["output"]>, { text, structured }: ToolAnswer) {
  const parsed = output.safeParse(structured);
  if (!parsed.success) return [`is not what its output declares: ${parsed.error.issues[0]?.message}`];
  return [
    ...[...new Set(undeclaredKeys(structured, parsed.data))].map(
      (key) => `has ${key}, which its output does not declare`,
    ),
    ...(isDeepStrictEqual(textAsJson(text), structured) ? [] : ["has a text that is not the JSON of its structure"]),
  ];
}

function textAsJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
