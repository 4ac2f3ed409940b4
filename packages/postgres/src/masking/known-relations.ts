import type { ParseNode } from "../policy/parse-statement.ts";
import type { WrittenName } from "../policy/written-call.ts";
import type { MaskedCatalog, RelationColumns } from "./masked-catalog.ts";
import { queryRows } from "./query-rows.ts";
import { noRows, type TracedRows } from "./scope.ts";
import { type MaskedColumn, type MaskKind, madeOf, shownAs, type Trace, untouched, wholeOf } from "./trace.ts";
import { type KnownNames, Tracing } from "./tracing.ts";

type CatalogRelation = MaskedCatalog["relations"][number];

/** What the columns of relations tell, views by what they select. */
export class KnownRelations {
  readonly #masked = new Map<string, Map<number, MaskedColumn>>();
  readonly #relations: ReadonlyMap<string, CatalogRelation>;
  readonly #definitions: ReadonlyMap<string, ParseNode | undefined>;
  readonly #traced = new Map<string, TracedRows>();
  readonly #readsMasked: KnownNames["readsMasked"];

  /** @param definitions parsed, by the view's number; undefined where one could not be */
  constructor(
    { columns, relations }: MaskedCatalog,
    definitions: ReadonlyMap<string, ParseNode | undefined>,
    readsMasked: KnownNames["readsMasked"],
  ) {
    this.#relations = new Map(relations.map((relation) => [relation.oid, relation]));
    this.#definitions = definitions;
    this.#readsMasked = readsMasked;
    for (const { relation, number, kind, label } of columns) {
      const own = this.#masked.get(relation) ?? new Map<number, MaskedColumn>();
      const before = own.get(number);
      // One that is asked for in two ways is not shown at all.
      own.set(number, { label, kind: before === undefined || before.kind === kind ? kind : "null" });
      this.#masked.set(relation, own);
    }
  }

  /** The columns of a relation, traced. */
  rowsOf(relation: RelationColumns): TracedRows {
    const known = this.#traced.get(relation.oid);
    if (known !== undefined) return known;
    const selected = this.#selected(relation.oid);
    const own = this.#masked.get(relation.oid);
    const columns = relation.columns.map(({ name, number }, index) => {
      const masked = own?.get(number);
      return { name, trace: masked === undefined ? (selected?.[index] ?? untouched) : wholeOf(masked) };
    });
    const rows = { columns };
    this.#traced.set(relation.oid, rows);
    return rows;
  }

  /** How PostgreSQL's own word of where a result's column comes from has it shown; undefined where as it is. */
  shownAt(relation: number, column: number): MaskKind | undefined {
    const found = this.#relations.get(String(relation));
    if (found === undefined) return undefined;
    const index = found.columns.findIndex(({ number }) => number === column);
    return shownAs(this.rowsOf(found).columns[index]?.trace ?? untouched);
  }

  /** How each masked column of a relation is shown, by name. */
  shownColumns(schema: string, name: string): ReadonlyMap<string, MaskKind> {
    const found = [...this.#relations.values()].find((one) => one.schema === schema && one.name === name);
    const columns = found === undefined ? [] : this.rowsOf(found).columns;
    return new Map(
      columns.flatMap(({ name: column, trace }) => {
        const kind = shownAs(trace);
        return kind === undefined ? [] : [[column, kind] as const];
      }),
    );
  }

  /** What the columns of a view come from; undefined for what is no view that leads to masked columns. */
  #selected(oid: string): readonly Trace[] | undefined {
    const view = this.#relations.get(oid);
    if (!this.#definitions.has(oid) || view === undefined) return undefined;
    const definition = this.#definitions.get(oid);
    const unread = madeOf([wholeOf({ label: `${view.schema}.${view.name}`, kind: "null" })]);
    if (definition === undefined || view.calls) return view.columns.map(() => unread);
    const { columns, rest } = queryRows(definition, {
      tracing: new Tracing(this.#namesInViews(), { isOwners: true }),
      ...{ from: noRows, outer: undefined, tables: new Map() },
    });
    // A column that was not told one by one may be any of them.
    return rest === undefined
      ? columns.map(({ trace }) => trace)
      : view.columns.map(() => madeOf([...columns.map(({ trace }) => trace), rest]));
  }

  /** In definitions every name that is not of pg_catalog has its schema. */
  #namesInViews(): KnownNames {
    return {
      relation: ({ schema = "pg_catalog", name }: WrittenName) => {
        const found = [...this.#relations.values()].find((one) => one.schema === schema && one.name === name);
        return found === undefined ? undefined : this.rowsOf(found);
      },
      functionColumns: () => undefined,
      isForeignToUsers: ({ schema = "pg_catalog" }) => schema === "pg_catalog",
      readsMasked: this.#readsMasked,
    };
  }
}
