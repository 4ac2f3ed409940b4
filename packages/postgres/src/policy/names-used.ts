import type { ParsedStatement, ParseNode } from "./parse-statement.ts";
import { insteadOf, readableKinds } from "./readable-kinds.ts";
import { Refusal } from "./refusal.ts";

/** A name as it is written, with its schema where that is written too. */
export interface WrittenName {
  readonly schema: string | undefined;
  readonly name: string;
}

/** A call of a function, or the use of an operator, which is one. */
export interface WrittenCall extends WrittenName {
  readonly arguments: readonly ParseNode[];
}

/** All that a statement names, by which the catalog can be asked what it would do. */
export interface NamesUsed {
  readonly calls: readonly WrittenCall[];
  readonly operators: readonly WrittenCall[];
  readonly types: readonly WrittenName[];
  readonly relations: readonly WrittenName[];
  /** Last parts of `x.name` and `(x).name`: columns, or functions called in the notation of a column. */
  readonly attributes: readonly string[];
  /** Names that the statement itself gives: of common tables, columns, aliases. */
  readonly given: ReadonlySet<string>;
}

/** Fields whose node is written without its kind, for it can be of that one only. */
const kindOfField: Readonly<Record<string, string>> = {
  typeName: "TypeName",
  larg: "SelectStmt",
  rarg: "SelectStmt",
  intoClause: "IntoClause",
};

/** Operators behind syntax that names none. */
const impliedOperators: Readonly<Record<string, readonly string[]>> = {
  AEXPR_BETWEEN: [">=", "<="],
  AEXPR_NOT_BETWEEN: ["<", ">"],
  AEXPR_BETWEEN_SYM: [">=", "<="],
  AEXPR_NOT_BETWEEN_SYM: ["<", ">"],
};

/** Walks every node of a statement that may only read. Throws a `Refusal` for a kind of node that is not known to read only. */
export function namesUsed({ kind, node }: ParsedStatement): NamesUsed {
  const walk = new Walk();
  walk.node(kind, node);
  return walk;
}

class Walk implements NamesUsed {
  readonly calls: WrittenCall[] = [];
  readonly operators: WrittenCall[] = [];
  readonly types: WrittenName[] = [];
  readonly relations: WrittenName[] = [];
  readonly attributes: string[] = [];
  readonly given = new Set<string>();

  node(kind: string, node: ParseNode): void {
    if (!readableKinds.has(kind)) throw new Refusal(insteadOf[kind] ?? `A statement that only reads holds no ${kind}`);
    this.#note(kind, node);
    for (const [field, value] of Object.entries(node)) this.#value(field, value);
  }

  #value(field: string, value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) this.#value(field, item);
      return;
    }
    const entries = Object.entries(value as ParseNode);
    const [[tag, inner] = []] = entries;
    // A node with its kind around it: kinds alone are written with a capital.
    if (entries.length === 1 && tag !== undefined && /^[A-Z]/.test(tag)) {
      this.node(tag, inner as ParseNode);
      return;
    }
    // A set operation's sides are statements; a join's have their kind around them, and did not come here.
    const kind = kindOfField[field];
    if (kind !== undefined) this.node(kind, value as ParseNode);
    else for (const [name, inside] of entries) this.#value(name, inside);
  }

  #note(kind: string, node: ParseNode): void {
    switch (kind) {
      case "FuncCall":
        this.calls.push({ ...writtenName(node.funcname), arguments: list(node.args) });
        break;
      case "A_Expr":
        this.#noteOperator(node);
        break;
      case "SubLink":
        // x IN (SELECT …) names none, and means this one.
        if (node.subLinkType === "ANY_SUBLINK" && node.operName === undefined) this.#noteName("=");
        else if (node.operName !== undefined) this.operators.push({ ...writtenName(node.operName), arguments: [] });
        break;
      case "SortBy":
        if (node.useOp !== undefined) this.operators.push({ ...writtenName(node.useOp), arguments: [] });
        break;
      case "CaseExpr":
        if (node.arg !== undefined) this.#noteName("=");
        break;
      case "JoinExpr":
        if (node.usingClause !== undefined || node.isNatural === true) this.#noteName("=");
        break;
      case "TypeName":
        this.types.push(writtenName(node.names));
        break;
      case "RangeVar":
        this.relations.push({ schema: node.schemaname as string | undefined, name: String(node.relname) });
        break;
      case "RangeTableSample":
        this.calls.push({ ...writtenName(node.method), arguments: [] });
        break;
      case "ColumnRef":
        this.#noteAttribute(node.fields, 1);
        break;
      case "A_Indirection":
        this.#noteAttribute(node.indirection, 0);
        break;
      case "CommonTableExpr":
        this.given.add(String(node.ctename));
        this.#give(node.aliascolnames);
        break;
      case "ResTarget":
        if (node.name !== undefined) this.given.add(String(node.name));
        break;
      case "ColumnDef":
        this.given.add(String(node.colname));
        break;
    }
    const alias = node.alias as ParseNode | undefined;
    if (alias !== undefined) {
      this.given.add(String(alias.aliasname));
      this.#give(alias.colnames);
    }
  }

  #noteOperator(node: ParseNode): void {
    const implied = impliedOperators[String(node.kind)];
    const operands = [node.lexpr, node.rexpr].filter((side) => side !== undefined) as ParseNode[];
    if (implied === undefined) this.operators.push({ ...writtenName(node.name), arguments: operands });
    else for (const name of implied) this.#noteName(name);
  }

  #noteName(operator: string): void {
    this.operators.push({ schema: undefined, name: operator, arguments: [] });
  }

  #noteAttribute(fields: unknown, from: number): void {
    for (const name of strings(list(fields).slice(from))) this.attributes.push(name);
  }

  #give(names: unknown): void {
    for (const name of strings(list(names))) this.given.add(name);
  }
}

function list(value: unknown): readonly ParseNode[] {
  return Array.isArray(value) ? value : [];
}

function strings(nodes: readonly ParseNode[]): string[] {
  return nodes.flatMap((node) => {
    const { sval } = (node.String ?? {}) as { sval?: string };
    return sval === undefined ? [] : [sval];
  });
}

function writtenName(parts: unknown): WrittenName {
  const [name = "", schema] = strings(list(parts)).toReversed();
  return { schema, name };
}
