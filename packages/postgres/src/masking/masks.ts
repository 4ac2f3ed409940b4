import { type Cancellation, ConnectorError } from "@drawbridge/core";
import type { UsageFacts } from "../catalog/usage-facts.ts";
import type { BatchResult, BatchStep } from "../database/batch.ts";
import type { NamesUsed } from "../policy/names-used.ts";
import type { ParsedStatement, ParseNode } from "../policy/parse-statement.ts";
import { Refusal } from "../policy/refusal.ts";
import type { DefinitionChanges } from "./definition-changes.ts";
import { functionsThatRead } from "./functions-that-read.ts";
import { KnownRelations } from "./known-relations.ts";
import { type MaskedResult, maskResult } from "./mask-result.ts";
import type { MaskSpec } from "./mask-spec.ts";
import { maskedCatalogStep, type PlacedMask, readMaskedCatalog, type SourceFunction } from "./masked-catalog.ts";
import { namesOfStatement } from "./names-of-statement.ts";
import { relationsIn } from "./relations-in.ts";
import { revealingColumns, revealingFunctions } from "./revealing-columns.ts";
import type { TracedRows } from "./scope.ts";
import { readStatementFacts, statementFactsStep } from "./statement-facts.ts";
import { statementRows } from "./statement-rows.ts";
import type { MaskKind } from "./trace.ts";
import type { Traced } from "./traced.ts";

/** Runs a statement of our own in the database, with `pg_catalog` alone in the path where that is asked for. */
type Ask = (step: BatchStep, signal: Cancellation, inCatalog?: boolean) => Promise<BatchResult>;

/** What is known of the catalog at one time. */
interface Knowledge {
  readonly relations: KnownRelations;
  readonly columns: readonly PlacedMask[];
  /** Names of relations that lead to masked columns. */
  readonly leading: ReadonlySet<string>;
  readonly reading: readonly SourceFunction[];
  /** At which it was seen; null where that is not to be known. */
  readonly snapshot: string | null;
}

/** What the catalog knows of a statement, and of which generation of definitions that is. */
export interface FactsOfState extends UsageFacts {
  readonly generation: number;
}

/** What has the values of some columns of a database masked, in whatever way a statement comes to them. */
export class Masks {
  readonly #ask: Ask;
  readonly #specs: readonly MaskSpec[];
  readonly #key: string;
  #knowledge: Knowledge | undefined;
  /** Masked columns as they were placed last, and functions that were found to read them. */
  #placed: readonly PlacedMask[] = [];
  #readers: readonly string[] = [];
  readonly #changes: DefinitionChanges;

  /**
   * @param key what hashes are made with
   * @param changes what is made from here
   */
  constructor(
    ask: Ask,
    specs: readonly MaskSpec[],
    { key, changes }: { readonly key: string; readonly changes: DefinitionChanges },
  ) {
    this.#ask = ask;
    this.#specs = specs;
    this.#key = key;
    this.#changes = changes;
  }

  /** Which of the masks name no column of this database. */
  async missing(signal: Cancellation): Promise<readonly MaskSpec[]> {
    const { rows } = await this.#ask(maskedCatalogStep(this.#specs, []), signal, true);
    const { found, columns } = readMaskedCatalog(rows[0]?.[0] ?? "{}");
    this.#placed = columns;
    return this.#specs.filter(({ schema, relation, column }) => !found.includes(`${schema}.${relation}.${column}`));
  }

  /**
   * What the columns of a statement's result tell of masked ones; undefined where it comes near none. Throws a `MaskRefusal` for one
   * that would tell more of them than is shown.
   */
  async trace(statement: ParsedStatement, used: NamesUsed, facts: FactsOfState, signal: Cancellation): Promise<Traced> {
    return { rows: await this.#trace(statement, used, facts, signal), generation: facts.generation };
  }

  async #trace(
    statement: ParsedStatement,
    used: NamesUsed,
    facts: UsageFacts,
    signal: Cancellation,
  ): Promise<TracedRows | undefined> {
    const { relations, leading, reading } = await this.#knownAt(facts.state.snapshot, signal);
    const names = new Set([...reading.map(({ name }) => name), ...revealingFunctions]);
    assertNoHiddenReader(reading, facts, used);
    const called = [...used.calls.map(({ name }) => name), ...used.attributes];
    const written = [...relationsIn(statement.node)];
    if (!written.some(({ name }) => leading.has(name)) && !called.some((name) => names.has(name)))
      return statementRows(statement, undefined);
    const { rows } = await this.#ask(statementFactsStep(written, used), signal);
    const known = { relations, readers: names, path: facts.path };
    return statementRows(statement, namesOfStatement(readStatementFacts(rows[0]?.[0] ?? "{}"), known));
  }

  /** Which state of the database's definitions is known: another one after each change that was made from here. */
  get generation(): number {
    return this.#changes.generation;
  }

  /** Runs what changes definitions. What is found or shown meanwhile may be of the state before. */
  during<T>(change: () => Promise<T>): Promise<T> {
    return this.#changes.during(change);
  }

  /** A result as it may be shown. Throws `conflict` where definitions were changed from here since the statement was traced. */
  async shown(result: BatchResult, traced: Traced | undefined, signal: Cancellation): Promise<MaskedResult> {
    const { relations } = this.#knowledge ?? (await this.#known(signal));
    if (traced?.generation !== this.generation || this.#changes.isRunning) {
      throw new ConnectorError(
        "conflict",
        "Tables or views were being changed meanwhile, and the result may hold what is masked: it is not shown. Ask again.",
      );
    }
    return maskResult(result, traced.rows, { key: this.#key, relations });
  }

  /** The masked columns of a relation, each with its kind, by name. */
  async columnsOf(schema: string, relation: string, signal: Cancellation): Promise<ReadonlyMap<string, MaskKind>> {
    const { relations } = await this.#known(signal);
    return relations.shownColumns(schema, relation);
  }

  /** What is known at a snapshot, or later. */
  async #knownAt(snapshot: string | null, signal: Cancellation): Promise<Knowledge> {
    const known = this.#knowledge;
    return known !== undefined && snapshot !== null && known.snapshot === snapshot ? known : this.#known(signal);
  }

  async #known(signal: Cancellation): Promise<Knowledge> {
    this.#knowledge = await this.#read(signal);
    this.#placed = this.#knowledge.columns;
    return this.#knowledge;
  }

  async #read(signal: Cancellation): Promise<Knowledge> {
    const specs = [...this.#specs, ...revealingColumns];
    for (;;) {
      const { rows } = await this.#ask(maskedCatalogStep(specs, this.#placed, this.#readers), signal, true);
      const catalog = readMaskedCatalog(rows[0]?.[0] ?? "{}");
      const leading = new Set(catalog.relations.filter(({ leads }) => leads).map(({ name }) => name));
      const reading = functionsThatRead(catalog.functions, [...leading]);
      const oids = reading.map(({ oid }) => oid).toSorted();
      // Views of what functions read lead there too, and functions that read those.
      const isSettled = oids.every((oid) => this.#readers.includes(oid));
      this.#readers = oids;
      if (!isSettled) continue;
      const readers = new Set([...reading.map(({ name }) => name), ...revealingFunctions]);
      const relations = new KnownRelations(catalog, await parsed(catalog.relations), ({ name }) => readers.has(name));
      return { relations, columns: catalog.columns, leading, reading, snapshot: catalog.snapshot };
    }
  }
}

async function parsed(
  relations: readonly { readonly oid: string; readonly definition: string | null }[],
): Promise<Map<string, ParseNode | undefined>> {
  const { parse } = await import("libpg-query");
  const definitions = new Map<string, ParseNode | undefined>();
  for (const { oid, definition } of relations) {
    if (definition === null) continue;
    const { stmts = [] } = await parse(definition).catch(() => ({ stmts: [] }));
    definitions.set(oid, stmts[0]?.stmt as ParseNode | undefined);
  }
  return definitions;
}

/** A function that reads masked columns may also stand behind an operator, a cast, a type's check or an aggregate. */
function assertNoHiddenReader(reading: readonly SourceFunction[], facts: UsageFacts, used: NamesUsed): void {
  const oids = new Set(reading.map(({ oid }) => oid));
  const operators = new Set(used.operators.map(({ name }) => name));
  const isBehind =
    facts.reaches.some(({ from, kind, oid }) => !/^(rel|column)$/.test(from) && kind === "fn" && oids.has(oid)) ||
    facts.operators.some(({ name, function: oid }) => operators.has(name) && oids.has(oid)) ||
    facts.casts.some(({ function: oid, isTouched }) => isTouched && oids.has(oid));
  if (isBehind) {
    throw new Refusal(
      "A function behind an operator, a cast, a type or an aggregate that it uses reads masked columns by itself",
    );
  }
}
