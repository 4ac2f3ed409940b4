import { quoteIdentifier } from "../database/quote-identifier.ts";
import { reservedWords } from "../database/reserved-words.ts";

/** What `describeQuery` tells of a relation, as far as its definition goes. */
export interface Described {
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
  readonly comment?: string;
  readonly estimated_rows?: number;
  readonly size?: string;
  readonly row_level_security?: string;
  readonly partition_of?: string;
  readonly partition_key?: string;
  readonly partitions?: readonly string[];
  readonly definition?: string;
  readonly columns?: readonly DescribedColumn[];
  readonly constraints?: ReadonlyArray<{ readonly name: string; readonly definition: string }>;
  readonly referenced_by?: ReadonlyArray<{ readonly table: string; readonly definition: string }>;
  readonly indexes?: ReadonlyArray<{ readonly definition: string; readonly size: string; readonly valid?: boolean }>;
  readonly policies?: readonly string[];
  readonly triggers?: readonly string[];
}

interface DescribedColumn {
  readonly name: string;
  readonly type: string;
  readonly not_null?: boolean;
  readonly default?: string;
  readonly generated?: string;
  readonly comment?: string;
  readonly values?: readonly string[];
}

/** A relation as statements that would make it, with comments on what statements do not say. For reading: it is no dump. */
export function definitionText(relation: Described): string {
  return [heading(relation), statement(relation), ...belonging(relation)].filter((part) => part !== "").join("\n");
}

function heading({ kind, comment, estimated_rows: rows, size }: Described): string {
  const facts = [kind, rows === undefined ? undefined : `about ${rows} rows`, size].filter(
    (fact) => fact !== undefined,
  );
  return comment === undefined ? remark(facts.join(", ")) : `${remark(facts.join(", "))}\n${remark(comment)}`;
}

function statement(relation: Described): string {
  const name = nameOf(relation);
  const { kind, definition = "" } = relation;
  switch (kind) {
    case "view":
      return `CREATE VIEW ${name} AS\n${definition}`;
    case "materialized view":
      return `CREATE MATERIALIZED VIEW ${name} AS\n${definition}`;
    case "index":
    case "partitioned index":
      return `${definition};`;
    case "sequence":
      return `CREATE SEQUENCE ${name};`;
    case "composite type":
      return `CREATE TYPE ${name} AS (\n${columnLines(relation).join("\n")}\n);`;
    case "foreign table":
      return `CREATE FOREIGN TABLE ${name} (\n${columnLines(relation).join("\n")}\n);`;
    default:
      return table(relation, name);
  }
}

function table(relation: Described, name: string): string {
  const { partition_of: parent, partition_key: key } = relation;
  const partitioned = key === undefined ? "" : ` PARTITION BY ${key}`;
  const partition = parent === undefined ? "" : `\n${remark(`a partition of ${parent}`)}`;
  return `CREATE TABLE ${name} (\n${columnLines(relation).join("\n")}\n)${partitioned};${partition}`;
}

/** Columns and constraints, a line each; the comma stands before what is said of a column. */
function columnLines({ columns = [], constraints = [] }: Described): readonly string[] {
  const count = columns.length + constraints.length;
  const comma = (index: number) => (index < count - 1 ? "," : "");
  return [
    ...columns.map((column, index) => `  ${columnText(column)}${comma(index)}${columnRemark(column)}`),
    ...constraints.map(
      ({ name, definition }, index) => `  CONSTRAINT ${identifier(name)} ${definition}${comma(columns.length + index)}`,
    ),
  ];
}

/** What describes a generated column, without its expression. */
const aroundExpression = /^always as|^by default as|(?:identity|stored|virtual)$/g;

function columnText({ name, type, not_null: notNull, default: preset, generated }: DescribedColumn): string {
  const parts = [identifier(name), type];
  if (generated !== undefined)
    parts.push(`GENERATED ${generated.replace(aroundExpression, (word) => word.toUpperCase())}`);
  if (preset !== undefined) parts.push(`DEFAULT ${preset}`);
  if (notNull === true) parts.push("NOT NULL");
  return parts.join(" ");
}

function columnRemark({ comment, values }: DescribedColumn): string {
  const said = [values === undefined ? undefined : `one of ${values.join(" | ")}`, comment].filter(
    (part) => part !== undefined,
  );
  return said.length === 0 ? "" : ` ${remark(said.join("; "))}`;
}

/** Those that no constraint made. */
function indexesOfTheirOwn({ indexes = [], constraints = [] }: Described): NonNullable<Described["indexes"]> {
  const made = constraints
    .filter(({ definition }) => /^(?:PRIMARY KEY|UNIQUE|EXCLUDE)/.test(definition))
    .map(({ name }) => ` INDEX ${identifier(name)} ON `);
  return indexes.filter(({ definition }) => !made.some((beginning) => definition.includes(beginning)));
}

function belonging(relation: Described): readonly string[] {
  const { policies = [], triggers = [], partitions = [], referenced_by: references = [] } = relation;
  return [
    ...indexesOfTheirOwn(relation).map(
      ({ definition, size, valid }) => `${definition}; ${remark(valid === false ? `${size}, INVALID` : size)}`,
    ),
    ...(relation.row_level_security === undefined
      ? []
      : [remark(`row-level security: ${relation.row_level_security}`)]),
    ...policies.map((policy) => remark(`policy ${policy}`)),
    ...triggers.map((trigger) => `${trigger};`),
    ...partitions.map((partition) => remark(`partition ${partition}`)),
    ...references.map(({ table: from, definition }) => remark(`referenced by ${from}: ${definition}`)),
  ];
}

/** No text can end a comment that goes to the end of its line. */
function remark(text: string): string {
  return `-- ${text.replaceAll(/\s*[\r\n]+\s*/g, " ")}`;
}

function nameOf({ schema, name }: Described): string {
  return `${identifier(schema)}.${identifier(name)}`;
}

function identifier(name: string): string {
  return /^[a-z_][a-z0-9_$]*$/.test(name) && !reservedWords.has(name) ? name : quoteIdentifier(name);
}
