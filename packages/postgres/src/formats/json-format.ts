import type { RowFormat } from "./row-format.ts";

/** One JSON object a page: the columns' names, and each row as an array in their order, so that names may stand twice. */
export const jsonFormat: RowFormat = {
  head: (columns) => `{"columns":${JSON.stringify(columns)},"rows":[\n`,
  row: (values, index) => `${index === 0 ? "" : ","}${JSON.stringify(values)}\n`,
  foot: "]}\n",
};
