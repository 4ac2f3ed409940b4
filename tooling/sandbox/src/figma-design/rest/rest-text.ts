import type { Design } from "../design.ts";
import { interLine, weightOf } from "../inter.ts";
import type { Layer, Run, Text } from "../layer.ts";
import type { Modes } from "../resolve-color.ts";
import { restPaints } from "./rest-paints.ts";

const font = (style: string) => ({
  fontFamily: "Inter",
  fontPostScriptName: `Inter-${style.replace(" ", "")}`,
  fontStyle: style,
  fontWeight: weightOf(style),
});

/** What REST says of a text beside what it says of every layer. */
export function restText({ text }: Layer, design: Design, modes: Modes) {
  if (text === undefined) return {};
  const runs = text.runs ?? [];
  const end = Math.max(0, ...runs.map(({ to }) => to));
  const numbers = Array.from({ length: end }, (_, at) => 1 + runs.findIndex(({ from, to }) => at >= from && at < to));
  const lines = text.characters.split("\n");
  return {
    characters: text.characters,
    style: styleOf(text),
    layoutVersion: 4,
    characterStyleOverrides: numbers,
    styleOverrideTable: Object.fromEntries(
      runs.map((run, index) => [String(index + 1), runOf(run, text, design, modes)]),
    ),
    lineTypes: lines.map(() => (text.list ? "UNORDERED" : "NONE")),
    lineIndentations: lines.map(() => (text.list ? 1 : 0)),
  };
}

function styleOf(text: Text) {
  return {
    ...font(text.font),
    fontSize: text.size,
    ...lineOf(text),
    letterSpacing: text.spacing ?? 0,
    textAlignHorizontal: text.align ?? "LEFT",
    textAlignVertical: "TOP",
    ...(text.resizes === "NONE" ? {} : { textAutoResize: text.resizes }),
    ...(text.underlined ? { textDecoration: "UNDERLINE" } : {}),
    ...(text.upper ? { textCase: "UPPER" } : {}),
  };
}

function lineOf({ line, size }: Text) {
  return {
    lineHeightPx: line,
    lineHeightPercent: (line / (size * interLine)) * 100,
    lineHeightPercentFontSize: (line / size) * 100,
    lineHeightUnit: "PIXELS",
  };
}

/** A font changes the line that it asks for, too. */
function runOf({ font: style, url, color }: Run, text: Text, design: Design, modes: Modes) {
  return {
    ...(style === undefined ? {} : { ...font(style), ...lineOf(text) }),
    ...(url === undefined ? {} : { hyperlink: { type: "URL", url } }),
    ...(color === undefined ? {} : { fills: restPaints([{ color }], design, modes) }),
  };
}
