import { ConnectorError } from "@drawbridge/core";
import type { MaskedColumn } from "./trace.ts";

/** A statement that would tell more of masked columns than is shown of them. */
export class MaskRefusal extends ConnectorError {
  /** @param what what it does with the columns, such as `compares it` */
  constructor(columns: readonly MaskedColumn[], what: string) {
    const labels = [...new Set(columns.map(({ label }) => label))].join(", ");
    super(
      "refused",
      `The statement is not run. ${labels} is masked, and the statement ${what}, which would tell its values. Select it by itself ` +
        "(it is shown masked), ask for rows by other columns, or leave it out. Columns masked by hash can be grouped, counted, " +
        "and joined to one another with =.",
    );
  }
}
