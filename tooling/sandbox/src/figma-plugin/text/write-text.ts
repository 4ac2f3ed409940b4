import type { NodeRecord } from "../file/node-record.ts";
import { assertPaints } from "../nodes/assert-paints.ts";
import { frozen } from "../nodes/frozen.ts";
import { number, oneOf } from "../nodes/rules.ts";
import type { Session } from "../nodes/session.ts";
import { assertFonts, assertRunFonts } from "./assert-fonts.ts";
import { type LetterStyle, lettersOf, type Run, restyle, runsOf, runsWithin } from "./text-runs.ts";

/** What a plugin may change without having loaded fonts: it moves no letter. */
const apart = new Set(["fills", "fillStyleId", "hyperlink"]);
/** What no longer follows the text style once it is set by hand. */
const styled = new Set(["fontName", "fontSize", "lineHeight", "letterSpacing", "textCase", "textDecoration"]);

/** Sets the letters. They all look as the first did, unless runs are given. */
export function writeLetters(node: NodeRecord, session: Session, letters: string, runs?: readonly Run[]): void {
  const before = runsOf(node);
  assertRunFonts(session, before);
  const [first] = before;
  const { file } = session;
  const bound = node.get("boundVariables") as Record<string, unknown> | undefined;
  if (bound && "characters" in bound) {
    const { characters: _, ...rest } = bound;
    file.write(node, "boundVariables", frozen(rest));
  }
  file.write(node, "runs", frozen(runs ?? (first ? [{ length: letters.length, style: first.style }] : before)));
  file.write(node, "characters", letters);
  if (node.type === "TEXT" && node.get("autoRename") !== false) file.write(node, "name", letters.slice(0, 100));
}

/** Sets how letters look. @throws where a font is not loaded, or a value is none that Figma takes */
export function writeStyle(
  node: NodeRecord,
  session: Session,
  start: number,
  end: number,
  change: Readonly<Record<string, unknown>>,
): void {
  const runs = runsOf(node);
  const length = lettersOf(node).length;
  if (start < 0 || end > length || start > end || (start === end && length > 0)) {
    throw new Error("Range outside of available characters");
  }
  const touched = length === 0 ? runs : runsWithin(runs, start, end);
  for (const [name, value] of Object.entries(change)) assertLetterValue(name, value, node, session);
  if (Object.keys(change).some((name) => !apart.has(name))) assertRunFonts(session, touched);
  if (change.fontName) assertFonts(session, [change.fontName as LetterStyle["fontName"]]);
  const loose = !("textStyleId" in change) && Object.keys(change).some((name) => styled.has(name));
  const style = { ...change, ...(loose && { textStyleId: "" }) } as Partial<LetterStyle>;
  session.file.write(node, "runs", frozen(restyle(runs, start, end, style)));
}

const checks: Readonly<Record<string, ReturnType<typeof number>>> = {
  fontSize: number(1),
  paragraphIndent: number(0),
  paragraphSpacing: number(0),
  listSpacing: number(0),
  indentation: number(0),
  textCase: oneOf("ORIGINAL", "UPPER", "LOWER", "TITLE", "SMALL_CAPS", "SMALL_CAPS_FORCED"),
  textDecoration: oneOf("NONE", "UNDERLINE", "STRIKETHROUGH"),
};

function assertLetterValue(name: string, value: unknown, node: NodeRecord, session: Session): void {
  checks[name]?.(value, node, session, name);
  if (name === "fills") assertPaints(value, node, session, "fills");
  if (name === "lineHeight" || name === "letterSpacing") {
    const { unit, value: amount } = value as { unit?: string; value?: number };
    const known = unit === "PIXELS" || unit === "PERCENT" || (unit === "AUTO" && name === "lineHeight");
    if (!known || (unit !== "AUTO" && typeof amount !== "number")) {
      throw new Error(`Property "${name}" failed validation: expected a value with unit PIXELS or PERCENT`);
    }
  }
  if (name === "fontName") {
    const { family, style } = value as { family?: unknown; style?: unknown };
    if (typeof family !== "string" || typeof style !== "string") {
      throw new Error(`Property "fontName" failed validation: expected { family, style }`);
    }
  }
}
