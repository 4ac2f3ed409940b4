import type { StyledTextSegment } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { frozen } from "../nodes/frozen.ts";

/** What can differ from one letter of a text to the next. */
export type LetterStyle = Pick<
  StyledTextSegment,
  | "fontName"
  | "fontSize"
  | "lineHeight"
  | "letterSpacing"
  | "textCase"
  | "textDecoration"
  | "fills"
  | "textStyleId"
  | "fillStyleId"
  | "hyperlink"
  | "listOptions"
  | "indentation"
  | "listSpacing"
  | "paragraphIndent"
  | "paragraphSpacing"
>;

/** Letters that follow each other and look the same. */
export interface Run {
  readonly length: number;
  readonly style: LetterStyle;
}

const black = { type: "SOLID", color: { r: 0, g: 0, b: 0 }, visible: true, opacity: 1, blendMode: "NORMAL" } as const;

export const plainStyle: LetterStyle = frozen<LetterStyle>({
  fontName: { family: "Inter", style: "Regular" },
  fontSize: 12,
  lineHeight: { unit: "AUTO" },
  letterSpacing: { value: 0, unit: "PERCENT" },
  textCase: "ORIGINAL",
  textDecoration: "NONE",
  fills: [black],
  textStyleId: "",
  fillStyleId: "",
  hyperlink: null,
  listOptions: { type: "NONE" },
  indentation: 0,
  listSpacing: 0,
  paragraphIndent: 0,
  paragraphSpacing: 0,
});

export function lettersOf(node: NodeRecord): string {
  return (node.effective("characters") as string | undefined) ?? "";
}

/** The runs of a text; an empty text has one of no length, which keeps how the next letter will look. */
export function runsOf(node: NodeRecord): readonly Run[] {
  const runs = (node.get("runs") as readonly Run[] | undefined) ?? [{ length: 0, style: plainStyle }];
  const length = lettersOf(node).length;
  const held = runs.reduce((sum, run) => sum + run.length, 0);
  const [first] = runs;
  // Letters that come from a variable or a component's property all look as the first did.
  return held === length || !first ? runs : [{ length, style: first.style }];
}

/** The runs that a stretch of the text lies in, cut to it. */
export function runsWithin(runs: readonly Run[], start: number, end: number): readonly Run[] {
  const within: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const from = Math.max(at, start);
    const to = Math.min(at + run.length, end);
    if (to > from) within.push({ length: to - from, style: run.style });
    at += run.length;
  }
  return within;
}

/** Gives letters of a stretch another style, and joins runs that have come to look the same. */
export function restyle(
  runs: readonly Run[],
  start: number,
  end: number,
  change: Partial<LetterStyle>,
): readonly Run[] {
  const length = runs.reduce((sum, run) => sum + run.length, 0);
  const changed = (run: Run): Run => ({ length: run.length, style: frozen({ ...run.style, ...change }) });
  if (length === 0) return runs.map(changed);
  return joined([
    ...runsWithin(runs, 0, start),
    ...runsWithin(runs, start, end).map(changed),
    ...runsWithin(runs, end, length),
  ]);
}

export function joined(runs: readonly Run[]): readonly Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && JSON.stringify(last.style) === JSON.stringify(run.style)) {
      result[result.length - 1] = { length: last.length + run.length, style: last.style };
    } else result.push(run);
  }
  return result;
}
