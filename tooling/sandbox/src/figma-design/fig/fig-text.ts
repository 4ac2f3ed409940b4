import type { Design } from "../design.ts";
import { interLine, weightOf } from "../inter.ts";
import type { Text } from "../layer.ts";
import { figPaints } from "./fig-paints.ts";

const fontName = (style: string) => ({ family: "Inter", style, postscript: `Inter-${style.replace(" ", "")}` });

/** How a text is set. */
export function figTextStyle(text: Omit<Text, "characters" | "resizes">) {
  return {
    fontName: fontName(text.font),
    fontSize: text.size,
    lineHeight: { value: text.line, units: "PIXELS" },
    letterSpacing: { value: text.spacing ?? 0, units: "PIXELS" },
    textAlignHorizontal: text.align ?? "LEFT",
    ...(text.underlined ? { textDecoration: "UNDERLINE" } : {}),
    ...(text.upper ? { textCase: "UPPER" } : {}),
  };
}

/** A text, and what Figma measured of its fonts when it set it. */
export function figText(text: Text, design: Design) {
  const runs = text.runs ?? [];
  const styles = [...new Set([text.font, ...runs.flatMap(({ font }) => font ?? [])])];
  const lines = text.characters.split("\n").map(() => ({
    lineType: text.list ? "UNORDERED_LIST" : "PLAIN",
    indentationLevel: text.list ? 1 : 0,
    styleId: 0,
  }));
  return {
    ...figTextStyle(text),
    textAutoResize: text.resizes,
    textData: {
      characters: text.characters,
      lines,
      ...(runs.length === 0 ? {} : runsOf(text, runs, design)),
    },
    derivedTextData: {
      fontMetaData: styles.map((style) => ({
        key: fontName(style),
        fontLineHeight: interLine,
        fontStyle: "NORMAL",
        fontWeight: weightOf(style),
      })),
    },
  };
}

function runsOf({ characters }: Text, runs: NonNullable<Text["runs"]>, design: Design) {
  return {
    characterStyleIDs: [...characters].map((_, at) => 1 + runs.findIndex(({ from, to }) => at >= from && at < to)),
    styleOverrideTable: runs.map(({ font, url, color }, index) => ({
      styleID: index + 1,
      ...(font === undefined ? {} : { fontName: fontName(font) }),
      ...(url === undefined ? {} : { hyperlink: { url } }),
      ...(color === undefined ? {} : { fillPaints: figPaints([{ color }], design) }),
    })),
  };
}
