import type { Paint } from "@figma/rest-api-spec";
import type { DesignNode } from "../../nodes/design-node.ts";

/** Letters of a text that look alike. */
export interface TextRun {
  readonly fills: readonly Paint[];
  /** In pixels. */
  readonly fontSize: number;
  readonly fontWeight: number;
  /** How it begins. */
  readonly text: string;
}

/** The runs of a text that differ in what contrast depends on, each with its first word. */
export function textRuns(node: DesignNode): readonly TextRun[] {
  const { characters = "", style, fills = [], characterStyleOverrides = [], styleOverrideTable } = node;
  const runs = new Map<number, TextRun>();
  for (const { index, 0: word } of characterStyleOverrides.length === 0 ? firstWord(characters) : words(characters)) {
    // A word that has several is told by its first letter's.
    const kind = characterStyleOverrides[index] ?? 0;
    if (runs.has(kind)) continue;
    const override = styleOverrideTable?.[String(kind)];
    runs.set(kind, {
      fills: override?.fills ?? fills,
      fontSize: override?.fontSize ?? style?.fontSize ?? 16,
      fontWeight: override?.fontWeight ?? style?.fontWeight ?? 400,
      text: word,
    });
  }
  return [...runs.values()];
}

function words(text: string): Iterable<RegExpMatchArray & { readonly index: number }> {
  return text.matchAll(/\S+/g) as Iterable<RegExpMatchArray & { readonly index: number }>;
}

function firstWord(text: string) {
  const [first] = words(text);
  return first === undefined ? [] : [first];
}
