import { named } from "../policy/candidates.ts";
import type { WrittenName } from "../policy/written-call.ts";
import { untraced } from "./column-trace.ts";
import type { KnownRelations } from "./known-relations.ts";
import type { TracedRows } from "./scope.ts";
import type { StatementFacts } from "./statement-facts.ts";
import type { KnownNames } from "./tracing.ts";

/** PostgreSQL refuses a relation that there is not; here nothing is known of it. */
const unknown: TracedRows = { columns: [], rest: { from: [untraced], isWhole: false } };

/** What the names of a statement stand for, looked up as PostgreSQL does. */
export function namesOfStatement(
  { relations, functions }: StatementFacts,
  {
    path,
    ...known
  }: {
    /** Schemas in which a name without one is looked for, in turn, by the session that is to run it. */
    readonly path: readonly string[];
    readonly relations: KnownRelations;
    readonly readers: ReadonlySet<string>;
  },
): KnownNames {
  const calledBy = (name: WrittenName) => named(name, functions, path);
  return {
    relation(name) {
      const [found] = named(name, relations, path);
      return found === undefined ? unknown : known.relations.rowsOf(found);
    },
    functionColumns(name) {
      const [first, ...others] = calledBy(name).map(({ columns }) => columns);
      if (first === undefined || first === null) return undefined;
      return others.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : undefined;
    },
    isForeignToUsers(name) {
      const found = calledBy(name);
      return found.length > 0 && found.every(({ isBrought }) => isBrought);
    },
    readsMasked: ({ name }) => known.readers.has(name),
  };
}
