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

/** The runs of a text that differ in what contrast depends on. */
export function textRuns({
  characters = "",
  style,
  fills = [],
  characterStyleOverrides = [],
  styleOverrideTable,
}: DesignNode): readonly TextRun[] {
  const runs = new Map<string, TextRun>();
  const letters = [...characters.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ index, word }));
  for (const { index, word } of letters) {
    // One word may have several; its first letter stands for it, and the words that a person colours are whole.
    const override = styleOverrideTable?.[String(characterStyleOverrides[index] ?? 0)];
    const run = {
      fills: override?.fills ?? fills,
      fontSize: override?.fontSize ?? style?.fontSize ?? 16,
      fontWeight: override?.fontWeight ?? style?.fontWeight ?? 400,
    };
    const key = JSON.stringify(run);
    if (!runs.has(key)) runs.set(key, { ...run, text: word });
  }
  return [...runs.values()];
}
