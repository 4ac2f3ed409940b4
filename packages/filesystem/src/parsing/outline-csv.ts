import Papa from "papaparse";
import { outlineText } from "./outline-text.ts";
import type { Parser } from "./parsing.ts";
import { textOf } from "./text-of.ts";
import { typeOfCells } from "./type-of-cells.ts";

/** So many rows are looked at to tell the types of columns; the others are counted. */
const rowsLookedAt = 1000;
const mostColumns = 1000;

const delimiterNames: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };

/** The columns of a table in text, with their first types, and how many rows it has. */
export const outlineCsv: Parser = (request) => {
  const { head, rows, ragged, delimiter } = readRows(textOf(request));
  const [first = [], ...others] = head;
  const hasNames = others.length > 0 && first.every((cell) => cell.trim() !== "" && typeOfCells([cell]) === "text");
  const values = hasNames ? others : head;
  const columns = first.slice(0, mostColumns).map((name, column) => {
    const cells = values.map((row) => row[column] ?? "");
    const example = cells.find((cell) => cell !== "");
    const label = `${hasNames ? name : `column ${column + 1}`}: ${typeOfCells(cells)}`;
    return {
      depth: 0,
      label: example === undefined ? label : `${label}, as in ${JSON.stringify(example.slice(0, 80))}`,
    };
  });
  if (first.length > mostColumns) columns.push({ depth: 0, label: `… ${first.length - mostColumns} more` });
  return {
    facts: {
      rows: rows - (hasNames ? 1 : 0),
      columns: first.length,
      delimiter: delimiterNames[delimiter] ?? delimiter,
      header: hasNames,
      ragged_rows: ragged === 0 ? undefined : ragged,
    },
    sections: [{ at: 0, text: outlineText(columns) }],
  };
};

interface Rows {
  /** The first ones. */
  readonly head: readonly (readonly string[])[];
  rows: number;
  /** Those that have more or fewer cells than the first. */
  ragged: number;
  delimiter: string;
}

function readRows(text: string): Rows {
  const head: string[][] = [];
  const read = { head, rows: 0, ragged: 0, delimiter: "," };
  Papa.parse<string[]>(text, {
    skipEmptyLines: true,
    delimitersToGuess: Object.keys(delimiterNames),
    step({ data, meta }) {
      read.rows += 1;
      read.delimiter = meta.delimiter;
      if (head.length <= rowsLookedAt) head.push(data);
      if (data.length !== head[0]?.length) read.ragged += 1;
    },
  });
  return read;
}
