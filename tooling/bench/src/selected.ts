import type { Suite } from "./suites/suite.ts";
import { WrongUsage } from "./wrong-usage.ts";

/**
 * The suite's sections with those rows whose measure the glob names; `*` stands for any characters, `?` for one.
 *
 * @throws WrongUsage when it names none
 */
export function selected(sections: Suite["sections"], glob: string): Suite["sections"] {
  const source = glob
    .replaceAll(/[\\^$.+()[\]{}|]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  const pattern = new RegExp(`^${source}$`);
  const chosen = sections
    .map((section) => ({ ...section, rows: section.rows.filter(({ measure }) => pattern.test(measure.name)) }))
    .filter(({ rows }) => rows.length > 0);
  if (chosen.length > 0) return chosen;
  const names = new Set(sections.flatMap(({ rows }) => rows.map(({ measure }) => measure.name)));
  throw new WrongUsage(`--only ${glob} names no measure; there are ${[...names].join(", ")}`);
}
