import { callsOfOldServers } from "./calls-of-old-servers.ts";
import { columnsAsMade } from "./columns-as-made.ts";
import { kindOfField } from "./kind-of-field.ts";
import type { NamesUsed, WrittenType } from "./names-used.ts";
import { operatorsIn } from "./operators-in.ts";
import type { ParseNode } from "./parse-statement.ts";
import { insteadOf } from "./readable-kinds.ts";
import { Refusal } from "./refusal.ts";
import { typeInText } from "./type-in-text.ts";
import { list, strings, type WrittenCall, type WrittenName, writtenCall, writtenName } from "./written-call.ts";

/** A value whose type is made of text by that type itself. */
const quotedLiteral: ParseNode = { A_Const: { sval: {} } };

/** Notes what a statement names, node by node. */
export class NameWalk implements NamesUsed {
  readonly calls: WrittenCall[] = [];
  readonly operators: WrittenCall[] = [];
  readonly types: WrittenType[] = [];
  readonly relations: WrittenName[] = [];
  readonly qualifiers = new Map<string, WrittenName[] | undefined>();
  readsUntold = false;
  readonly attributes: string[] = [];
  readonly repeated = new Set<number>();
  readonly given = new Set<string>();
  readonly #parameters = new Set<number>();
  readonly #kinds: ReadonlySet<string> | undefined;
  readonly #whole: ParseNode;
  /** What the type that is walked next is cast from. */
  #cast: ParseNode | undefined;

  constructor(kinds: ReadonlySet<string> | undefined, whole: ParseNode) {
    this.#kinds = kinds;
    this.#whole = whole;
  }

  node(kind: string, node: ParseNode): void {
    if (this.#kinds?.has(kind) === false)
      throw new Refusal(insteadOf[kind] ?? `A statement that only reads holds no ${kind}`);
    this.#note(kind, node);
    // A cast's type comes first, which then knows what is cast.
    if (kind === "TypeCast") this.#value("typeName", node.typeName);
    for (const [field, value] of Object.entries(node)) {
      if (kind !== "TypeCast" || field !== "typeName") this.#value(field, value);
    }
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
    const kind = kindOfField.get(field);
    if (kind !== undefined) this.node(kind, value as ParseNode);
    else for (const [name, inside] of entries) this.#value(name, inside);
  }

  #note(kind: string, node: ParseNode): void {
    switch (kind) {
      case "FuncCall":
        this.#noteCall(writtenCall(node));
        // json_object(…), which this parser takes for PostgreSQL's own.
        if (this.calls.at(-1)?.name === "json_object") this.#noteUntoldCall("json_object");
        break;
      case "A_Expr":
      case "SubLink":
      case "SortBy":
      case "CaseExpr":
      case "JoinExpr":
        this.operators.push(...operatorsIn(kind, node));
        break;
      case "ParamRef":
        this.#noteParameter(Number(node.number));
        break;
      case "TypeCast":
        this.#cast = node.arg as ParseNode;
        break;
      case "ColumnDef":
      case "RangeTableFuncCol":
        // What a column is declared as is read from text, with no cast; save a default, which is one.
        if (node.typeName !== undefined && node.coldefexpr === undefined) this.#cast = quotedLiteral;
        break;
      case "TypeName":
        this.types.push({ ...writtenName(node.names), argument: this.#castOf(node) });
        break;
      case "RangeVar":
        this.#noteRelation(node);
        break;
      case "SelectStmt":
        if (node !== this.#whole) this.#noteColumns(node);
        break;
      case "RangeTableSample":
        this.calls.push({ ...writtenName(node.method), arguments: [] });
        break;
      case "ColumnRef":
        this.#noteAttribute(node.fields, 1);
        break;
      case "A_Indirection":
        this.#noteAttribute(node.indirection, 0);
        // (x).* makes columns of whatever fields x has.
        if (list(node.indirection).some((part) => "A_Star" in part)) this.readsUntold = true;
        break;
    }
    for (const name of callsOfOldServers[kind] ?? []) this.#noteUntoldCall(name);
    this.#noteGiven(kind, node);
  }

  #noteCall(call: WrittenCall): void {
    this.calls.push(call);
    const [name, schema] = typeInText(call)?.toReversed() ?? [];
    if (name !== undefined) this.types.push({ schema, name, argument: quotedLiteral });
  }

  #noteParameter(number: number): void {
    if (this.#parameters.has(number)) this.repeated.add(number);
    this.#parameters.add(number);
  }

  #noteUntoldCall(name: string): void {
    this.calls.push({ schema: undefined, name, arguments: [], isUntold: true });
  }

  #noteGiven(kind: string, node: ParseNode): void {
    if (kind === "CommonTableExpr") {
      this.given.add(String(node.ctename));
      this.qualifiers.set(String(node.ctename), undefined);
      this.#give(node.aliascolnames);
    } else if (kind === "ResTarget" && node.name !== undefined) this.given.add(String(node.name));
    else if (kind === "ColumnDef") this.given.add(String(node.colname));
    else if (/^(RangeFunction|RangeTableFunc|JsonTable)$/.test(kind)) this.readsUntold = true;
    // A search or a cycle clause adds columns of these names.
    else if (/^CTE(Search|Cycle)Clause$/.test(kind)) {
      for (const value of Object.values(node)) if (typeof value === "string") this.given.add(value);
    }
    const alias = (node.alias ?? node.join_using_alias) as ParseNode | undefined;
    if (alias === undefined) return;
    this.given.add(String(alias.aliasname));
    this.#give(alias.colnames);
    if (kind !== "RangeVar" || alias.colnames !== undefined) this.qualifiers.set(String(alias.aliasname), undefined);
  }

  #noteColumns(select: ParseNode): void {
    const { names, areUntold } = columnsAsMade(select);
    for (const name of names) this.given.add(name);
    this.readsUntold ||= areUntold;
  }

  #noteRelation(node: ParseNode): void {
    const relation = { schema: node.schemaname as string | undefined, name: String(node.relname) };
    this.relations.push(relation);
    const { aliasname = relation.name } = (node.alias ?? {}) as { aliasname?: string };
    this.given.add(aliasname);
    if (!this.qualifiers.has(aliasname)) this.qualifiers.set(aliasname, [relation]);
    else this.qualifiers.get(aliasname)?.push(relation);
  }

  #castOf(type: ParseNode): ParseNode | undefined {
    const cast = type.arrayBounds === undefined ? this.#cast : undefined;
    this.#cast = undefined;
    return cast;
  }

  #noteAttribute(fields: unknown, from: number): void {
    for (const name of strings(list(fields).slice(from))) this.attributes.push(name);
  }

  #give(names: unknown): void {
    for (const name of strings(list(names))) this.given.add(name);
  }
}
