import type { TextNode, TextSublayerNode } from "@figma/plugin-typings/plugin-api-standalone.js";
import type { NodeRecord } from "../file/node-record.ts";
import { assertPaints } from "../nodes/assert-paints.ts";
import { frozen } from "../nodes/frozen.ts";
import { type Members, type Property, stored, told } from "../nodes/members.ts";
import { boolean, numberOrNull, oneOf, text } from "../nodes/rules.ts";
import type { Session } from "../nodes/session.ts";
import { assertStyle } from "../styles/assert-style.ts";
import { resolvePaints } from "../styles/worn.ts";
import { assertFonts, assertRunFonts } from "./assert-fonts.ts";
import { joined, type LetterStyle, lettersOf, type Run, runsOf, runsWithin } from "./text-runs.ts";
import { writeLetters, writeStyle } from "./write-text.ts";

/** One value where all letters agree, `figma.mixed` where they do not. */
export function uniform<K extends keyof LetterStyle>(runs: readonly Run[], key: K, session: Session): LetterStyle[K] {
  const [first, ...others] = runs;
  const value = first?.style[key];
  const same = others.every(({ style }) => JSON.stringify(style[key]) === JSON.stringify(value));
  return (same ? value : session.mixed) as LetterStyle[K];
}

function letters<K extends keyof LetterStyle>(name: K): Property<NodeRecord, never> {
  return {
    get: (node, session) => (node.effective(name) ?? uniform(resolved(node), name, session)) as never,
    set: (node, value, session) => writeStyle(node, session, 0, lettersOf(node).length, { [name]: value }),
  };
}

function resolved(node: NodeRecord): readonly Run[] {
  return runsOf(node).map(({ length, style }) => ({
    length,
    style: { ...style, fills: [...resolvePaints(node.file, node, style.fills)] },
  }));
}

function setRange<K extends keyof LetterStyle>(name: K) {
  return (node: NodeRecord, session: Session, start: number, end: number, value: unknown) =>
    writeStyle(node, session, start, end, { [name]: value });
}

function getRange<K extends keyof LetterStyle>(name: K) {
  return (node: NodeRecord, session: Session, start: number, end: number) => {
    if (start < 0 || end > lettersOf(node).length || start >= end)
      throw new Error("Range outside of available characters");
    return uniform(runsWithin(resolved(node), start, end), name, session) as never;
  };
}

/** What the text of a sticky, a shape or a connector has too. */
export const sublayerText: Members<NodeRecord, TextSublayerNode> = {
  characters: {
    get: (node) => lettersOf(node),
    set(node, value, session, key) {
      text(value, node, session, key);
      writeLetters(node, session, value);
    },
  },
  insertCharacters(node, session, start, inserted, useStyle) {
    const all = lettersOf(node);
    if (start < 0 || start > all.length) throw new Error("Range outside of available characters");
    const runs = runsOf(node);
    assertRunFonts(session, runs);
    const near = useStyle === "AFTER" ? start + 1 : start;
    const style = (runsWithin(runs, near - 1, near)[0] ?? runs[0])?.style;
    if (!style) return;
    const next = [
      ...runsWithin(runs, 0, start),
      { length: inserted.length, style },
      ...runsWithin(runs, start, all.length),
    ];
    writeLetters(node, session, all.slice(0, start) + inserted + all.slice(start), joined(next));
  },
  deleteCharacters(node, session, start, end) {
    const all = lettersOf(node);
    if (start < 0 || end > all.length || start > end) throw new Error("Range outside of available characters");
    const runs = runsOf(node);
    const next = joined([...runsWithin(runs, 0, start), ...runsWithin(runs, end, all.length)]);
    writeLetters(
      node,
      session,
      all.slice(0, start) + all.slice(end),
      next.length > 0 ? next : [{ length: 0, style: runs[0]?.style as LetterStyle }],
    );
  },
  hasMissingFont: told((node, session) => runsOf(node).some(({ style }) => !session.hasFont(style.fontName))),
  fontName: letters("fontName"),
  fontSize: letters("fontSize"),
  fontWeight: told((node, session) => {
    const font = uniform(runsOf(node), "fontName", session);
    return typeof font === "symbol" ? (font as never) : weightOf(font.style);
  }),
  lineHeight: letters("lineHeight"),
  letterSpacing: letters("letterSpacing"),
  textCase: letters("textCase"),
  textDecoration: letters("textDecoration"),
  hyperlink: letters("hyperlink"),
  paragraphIndent: letters("paragraphIndent"),
  paragraphSpacing: letters("paragraphSpacing"),
  listSpacing: letters("listSpacing"),
  fills: {
    get: (node, session) => uniform(resolved(node), "fills", session),
    set(node, value, session) {
      assertPaints(value, node, session, "fills");
      writeStyle(node, session, 0, lettersOf(node).length, { fills: value as LetterStyle["fills"], fillStyleId: "" });
    },
  },
  fillStyleId: {
    get: (node, session) => uniform(runsOf(node), "fillStyleId", session),
    set() {
      throw new Error("Cannot call with documentAccess: dynamic-page. Use node.setFillStyleIdAsync instead.");
    },
  },
  async setFillStyleIdAsync(node, session, id) {
    assertStyle(session.file, id, "PAINT");
    const paints = session.file.styles.get(id)?.get("paints") as LetterStyle["fills"] | undefined;
    writeStyle(node, session, 0, lettersOf(node).length, { fillStyleId: id, ...(paints && { fills: paints }) });
  },
  getRangeFontName: getRange("fontName"),
  getRangeFontSize: getRange("fontSize"),
  getRangeFills: getRange("fills"),
  getRangeLineHeight: getRange("lineHeight"),
  getRangeLetterSpacing: getRange("letterSpacing"),
  getRangeTextDecoration: getRange("textDecoration"),
  getRangeTextCase: getRange("textCase"),
  getRangeHyperlink: getRange("hyperlink"),
  getRangeTextStyleId: getRange("textStyleId"),
  getRangeAllFontNames: (node, _session, start, end) => [
    ...new Map(
      runsWithin(runsOf(node), start, end).map(({ style }) => [JSON.stringify(style.fontName), style.fontName]),
    ).values(),
  ],
  setRangeFontName: setRange("fontName"),
  setRangeFontSize: setRange("fontSize"),
  setRangeFills: setRange("fills"),
  setRangeLineHeight: setRange("lineHeight"),
  setRangeLetterSpacing: setRange("letterSpacing"),
  setRangeTextDecoration: setRange("textDecoration"),
  setRangeTextCase: setRange("textCase"),
  setRangeHyperlink: setRange("hyperlink"),
  setRangeListOptions: setRange("listOptions"),
  setRangeIndentation: setRange("indentation"),
  setRangeParagraphSpacing: setRange("paragraphSpacing"),
  setRangeParagraphIndent: setRange("paragraphIndent"),
  async setRangeTextStyleIdAsync(node, session, start, end, id) {
    wearTextStyle(node, session, start, end, id);
  },
  async setRangeFillStyleIdAsync(node, session, start, end, id) {
    assertStyle(session.file, id, "PAINT");
    const paints = session.file.styles.get(id)?.get("paints") as LetterStyle["fills"] | undefined;
    writeStyle(node, session, start, end, { fillStyleId: id, ...(paints && { fills: paints }) });
  },
};

export const ofText: Members<
  NodeRecord,
  Omit<TextNode, keyof TextSublayerNode> & {
    getStyledTextSegments(fields: string[], start?: number, end?: number): unknown;
  }
> = {
  textAlignHorizontal: stored<TextNode["textAlignHorizontal"]>(
    "LEFT",
    oneOf("LEFT", "CENTER", "RIGHT", "JUSTIFIED"),
    loaded,
  ),
  textAlignVertical: stored<TextNode["textAlignVertical"]>("TOP", oneOf("TOP", "CENTER", "BOTTOM"), loaded),
  textAutoResize: stored<TextNode["textAutoResize"]>(
    "WIDTH_AND_HEIGHT",
    oneOf("NONE", "WIDTH_AND_HEIGHT", "HEIGHT", "TRUNCATE"),
    loaded,
  ),
  textTruncation: stored<TextNode["textTruncation"]>("DISABLED", oneOf("DISABLED", "ENDING"), loaded),
  maxLines: stored<number | null>(null, numberOrNull(1), loaded),
  autoRename: stored<boolean>(true, boolean),
  textStyleId: {
    get: (node, session) => uniform(runsOf(node), "textStyleId", session),
    set() {
      throw new Error("Cannot call with documentAccess: dynamic-page. Use node.setTextStyleIdAsync instead.");
    },
  },
  async setTextStyleIdAsync(node, session, id) {
    wearTextStyle(node, session, 0, lettersOf(node).length, id);
  },
};

export const segments = {
  getStyledTextSegments(node: NodeRecord, _session: Session, fields: (keyof LetterStyle)[], start = 0, end?: number) {
    const all = lettersOf(node);
    let at = start;
    const runs = runsWithin(resolved(node), start, end ?? all.length).map(({ length, style }) => ({
      length,
      style: Object.fromEntries(fields.map((field) => [field, style[field]])) as unknown as LetterStyle,
    }));
    return joined(runs).map(({ length, style }) => {
      const from = at;
      at += length;
      return { ...style, characters: all.slice(from, at), start: from, end: at };
    });
  },
};

function loaded(_value: unknown, node: unknown, session: Session): undefined {
  assertRunFonts(session, runsOf(node as NodeRecord));
  return undefined;
}

function wearTextStyle(node: NodeRecord, session: Session, start: number, end: number, id: string): void {
  assertStyle(session.file, id, "TEXT");
  const style = session.file.styles.get(id);
  const names = ["fontName", "fontSize", "lineHeight", "letterSpacing", "textCase", "textDecoration"] as const;
  const font = style?.get("fontName") as LetterStyle["fontName"] | undefined;
  if (font) assertFonts(session, [font]);
  const values = names.map((name) => [name, style?.get(name)]).filter(([, value]) => value !== undefined);
  writeStyle(node, session, start, end, { ...frozen(Object.fromEntries(values)), textStyleId: id });
}

export function weightOf(style: string): number {
  const found = [
    [/thin/i, 100],
    [/extra ?light/i, 200],
    [/light/i, 300],
    [/medium/i, 500],
    [/semi ?bold/i, 600],
    [/extra ?bold/i, 800],
    [/black|heavy/i, 900],
    [/bold/i, 700],
  ].find(([pattern]) => (pattern as RegExp).test(style));
  return (found?.[1] as number | undefined) ?? 400;
}
