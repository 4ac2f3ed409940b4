import type { Section } from "./suites/section.ts";
import type { Suite } from "./suites/suite.ts";
import { WrongUsage } from "./wrong-usage.ts";

/**
 * The suites, their sections and rows whose measure the glob names; `*` stands for any characters, `?` for one.
 *
 * @throws WrongUsage when it names none
 */
export function selected(suites: readonly Suite[], glob: string): readonly Suite[] {
  const source = glob
    .replaceAll(/[\\^$.+()[\]{}|]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  const pattern = new RegExp(`^${source}$`);
  const named = (section: Section) => ({
    ...section,
    rows: section.rows.filter(({ measure }) => pattern.test(measure.name)),
  });
  const chosen = suites
    .map((suite) => ({ ...suite, sections: suite.sections.map(named).filter(({ rows }) => rows.length > 0) }))
    .filter(({ sections }) => sections.length > 0);
  if (chosen.length > 0) return chosen;
  const rows = suites.flatMap(({ sections }) => sections.flatMap((section) => section.rows));
  const names = new Set(rows.map(({ measure }) => measure.name));
  throw new WrongUsage(`--only ${glob} names no measure; there are ${[...names].join(", ")}`);
}
