import { readXlsx as readWorkbook, type StreamRow, streamXlsxRows } from "hucre/xlsx";
import type { Section } from "../documents/parsed.ts";
import { DocumentError } from "./document-error.ts";
import { outlineText } from "./outline-text.ts";
import type { Parser } from "./parsing.ts";
import { rowText } from "./row-text.ts";
import { usedRange } from "./used-range.ts";

/** Rows of one section. */
const blockRows = 100;

/** More sections than a sheet can have: a sheet has at most 1,048,576 rows. */
const sectionsOfSheet = 20_000;

interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
}

/** The sheets of a workbook, then their cells, row by row. Formulas have the values that were last calculated. */
export const readXlsx: Parser = async ({ bytes, from }) => {
  const sheets = await sheetsOf(bytes);
  return { facts: { sheets: sheets.length }, sections: sectionsOf(bytes, sheets, from) };
};

/** Their names alone: no sheet is parsed. */
async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = [];
  try {
    await readWorkbook(bytes, {
      sheets({ name, hidden, veryHidden }) {
        sheets.push({ name, hidden: hidden === true || veryHidden === true });
        return false;
      },
    });
  } catch (error) {
    if ((error as Error).name !== "EncryptedFileError") throw error;
    throw new DocumentError("refused", "The workbook is locked with a password, and passwords are not taken here.");
  }
  return sheets;
}

/** Section 0 tells of all sheets; those of a sheet follow, each with some rows. */
async function* sectionsOf(bytes: Uint8Array, sheets: readonly Sheet[], from: number): AsyncGenerator<Section> {
  if (from === 0) yield { at: 0, text: await overview(bytes, sheets) };
  for (const [index, { name }] of sheets.entries()) {
    const first = 1 + index * sectionsOfSheet;
    if (first + sectionsOfSheet <= from) continue;
    yield* blocksOf(streamXlsxRows(bytes, { sheet: index }), { name, first, from });
  }
}

async function overview(bytes: Uint8Array, sheets: readonly Sheet[]): Promise<string> {
  let text = "";
  for (const [index, { name, hidden }] of sheets.entries()) {
    const { range, head } = await usedRange(streamXlsxRows(bytes, { sheet: index }));
    const label = `${name}${hidden ? " (hidden)" : ""}: ${range ?? "empty"}`;
    text += outlineText([
      { depth: 0, label },
      ...(head === undefined ? [] : [{ depth: 1, label: `first row: ${rowText(head)}` }]),
    ]);
  }
  return text;
}

interface Wanted {
  readonly name: string;
  readonly first: number;
  readonly from: number;
}

async function* blocksOf(rows: AsyncIterable<StreamRow>, { name, first, from }: Wanted): AsyncGenerator<Section> {
  let at = 0;
  let text = "";
  for await (const row of rows) {
    const of = first + Math.floor(row.index / blockRows);
    if (of < from) continue;
    const line = rowText(row);
    if (line === "") continue;
    if (of !== at && text !== "") yield { at, text };
    if (of !== at) text = `--- sheet ${JSON.stringify(name)}, from row ${row.index + 1} on ---\n`;
    at = of;
    text += `${line}\n`;
  }
  if (text !== "") yield { at, text };
}
