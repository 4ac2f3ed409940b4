import type { LayoutGrid } from "@figma/rest-api-spec";
import { lowerWords } from "./lower-words.ts";
import { numberText } from "./number-text.ts";
import type { PaintText } from "./paint-text.ts";

/** Layout guides that show: columns, rows or a square grid to which a design is aligned. */
export function gridsText(grids: readonly LayoutGrid[]): PaintText | undefined {
  if (!Array.isArray(grids)) return undefined;
  const told = (grids as readonly LayoutGrid[]).filter((grid) => grid?.visible !== false).map(gridText);
  return told.length === 0 ? undefined : { value: told.join(","), needs: [] };
}

function gridText({ pattern, sectionSize, alignment, gutterSize, offset, count }: LayoutGrid): string {
  if (pattern === "GRID") return `grid ${numberText(sectionSize)}`;
  const many = Number.isFinite(count) && count > 0 ? `${count} ` : "";
  const size = alignment === "STRETCH" ? "" : ` ${numberText(sectionSize)}`;
  return `${many}${lowerWords(pattern)}${size} ${lowerWords(alignment)} gutter:${numberText(gutterSize)} offset:${numberText(offset)}`;
}
