/** One box of a flowchart. */
export interface FlowNode {
  readonly id: string;
  readonly label: string;
  readonly shape:
    | "SQUARE"
    | "ROUNDED_RECTANGLE"
    | "ELLIPSE"
    | "DIAMOND"
    | "ENG_DATABASE"
    | "HEXAGON"
    | "PARALLELOGRAM_RIGHT";
  /** The subgraph that it stands in. */
  readonly group: string | undefined;
}

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** A flowchart as Mermaid's text says it. */
export interface Flowchart {
  readonly direction: "TB" | "BT" | "LR" | "RL";
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly groups: readonly { readonly id: string; readonly title: string }[];
}

/** More boxes than this are no chart that anybody reads, nor a plan that is applied. */
const mostNodes = 300;
const mostEdges = 600;

/** Brackets, the longest first, and what they draw. */
const brackets: readonly (readonly [string, string, FlowNode["shape"]])[] = [
  ["(((", ")))", "ELLIPSE"],
  ["([", "])", "ELLIPSE"],
  ["((", "))", "ELLIPSE"],
  ["[(", ")]", "ENG_DATABASE"],
  ["[[", "]]", "SQUARE"],
  ["[/", "/]", "PARALLELOGRAM_RIGHT"],
  ["{{", "}}", "HEXAGON"],
  ["{", "}", "DIAMOND"],
  ["(", ")", "ROUNDED_RECTANGLE"],
  ["[", "]", "SQUARE"],
  [">", "]", "SQUARE"],
];

const header = /^\s*(?:graph|flowchart)(?:\s+(TB|TD|BT|LR|RL))?\s*$/i;
const ignored = /^(?:style|classDef|class|linkStyle|click|direction|accTitle|accDescr)\b/;
const edge = /^\s*(?:<)?(?:--+>?|==+>?|-\.+->?)(?:[xo](?=\s))?\s*/;
const labelled = /^\s*(?:--|==|-\.)\s+([^|>]+?)\s+(?:--+>?|==+>?|\.*-+>?)\s*/;
const name = /^\s*([\p{L}\p{N}_](?:[\p{L}\p{N}_.]|-(?![-.>]))*)/u;

/** @throws SyntaxError that says which line is not understood */
export function parseFlowchart(source: string): Flowchart {
  return new FlowchartParser(source).parse();
}

class FlowchartParser {
  private direction: Flowchart["direction"] = "TB";
  private readonly nodes = new Map<string, FlowNode>();
  private readonly edges: FlowEdge[] = [];
  private readonly groups: { id: string; title: string }[] = [];
  private readonly open: string[] = [];
  private readonly lines: string[];
  private rest = "";

  constructor(source: string) {
    this.lines = source.split(/\r?\n|;/).map((line) => line.replace(/%%.*$/, "").trim());
  }

  parse(): Flowchart {
    const first = this.lines.findIndex((line) => line !== "");
    const [whole, direction] = header.exec(this.lines[first] ?? "") ?? [];
    if (whole === undefined) throw new SyntaxError('A flowchart begins with "flowchart TD" or "flowchart LR"');
    if (direction) this.direction = direction.toUpperCase().replace("TD", "TB") as Flowchart["direction"];
    for (const [i, line] of this.lines.entries()) if (i > first && line !== "") this.line(line, i + 1);
    if (this.open.length > 0) throw new SyntaxError("A subgraph has no end");
    const { nodes, edges, groups } = this;
    return { direction: this.direction, nodes: [...nodes.values()], edges, groups };
  }

  private line(line: string, number: number): void {
    if (ignored.test(line)) return;
    if (line === "end") {
      if (this.open.pop() === undefined) throw new SyntaxError(`Line ${number}: an end without a subgraph`);
      return;
    }
    if (/^subgraph\b/.test(line)) {
      this.subgraph(line);
      return;
    }
    this.rest = line;
    let from = this.several(number);
    while (this.rest.trim() !== "") {
      const label = this.arrow(number);
      const to = this.several(number);
      for (const one of from) for (const other of to) this.edges.push({ from: one, to: other, label });
      if (this.edges.length > mostEdges) throw new SyntaxError(`More than ${mostEdges} edges`);
      from = to;
    }
  }

  private subgraph(line: string): void {
    const [, id = "", title] = /^subgraph\s+([^[\s]+)?\s*(?:\[(.*)\])?\s*(.*)$/.exec(line) ?? [];
    const plain = line.replace(/^subgraph\s*/, "");
    const key = id || `group${this.groups.length}`;
    this.groups.push({ id: key, title: unquoted(title ?? plain) });
    this.open.push(key);
  }

  private several(number: number): string[] {
    const found = [this.node(number)];
    while (/^\s*&/.test(this.rest)) {
      this.rest = this.rest.replace(/^\s*&/, "");
      found.push(this.node(number));
    }
    return found;
  }

  private node(number: number): string {
    const [whole = "", id] = name.exec(this.rest) ?? [];
    if (id === undefined) throw new SyntaxError(`Line ${number}: a node is expected at "${this.rest.trim()}"`);
    this.rest = this.rest.slice(whole.length);
    const drawn = this.bracket(number);
    this.rest = this.rest.replace(/^:::[\w-]+/, "");
    const known = this.nodes.get(id);
    const group = known?.group ?? this.open.at(-1);
    if (drawn || !known) this.nodes.set(id, { id, label: id, shape: "SQUARE", ...known, ...drawn, group });
    if (this.nodes.size > mostNodes) throw new SyntaxError(`More than ${mostNodes} nodes`);
    return id;
  }

  private bracket(number: number): Pick<FlowNode, "label" | "shape"> | undefined {
    for (const [begin, end, shape] of brackets) {
      if (!this.rest.startsWith(begin)) continue;
      const quoted = this.rest.slice(begin.length).trimStart().startsWith('"');
      const close = quoted
        ? this.rest.indexOf(`"${end}`, this.rest.indexOf('"') + 1)
        : this.rest.indexOf(end, begin.length);
      if (close < 0) throw new SyntaxError(`Line ${number}: "${begin}" has no "${end}"`);
      const label = this.rest.slice(begin.length, quoted ? close + 1 : close);
      this.rest = this.rest.slice(close + end.length + (quoted ? 1 : 0));
      return { label: unquoted(label), shape };
    }
    return undefined;
  }

  private arrow(number: number): string {
    const [told, text] = labelled.exec(this.rest) ?? [];
    if (told !== undefined) {
      this.rest = this.rest.slice(told.length);
      return unquoted(text ?? "");
    }
    const [plain] = edge.exec(this.rest) ?? [];
    if (!plain) throw new SyntaxError(`Line ${number}: an arrow is expected at "${this.rest.trim()}"`);
    this.rest = this.rest.slice(plain.length);
    const [whole, label] = /^\|([^|]*)\|\s*/.exec(this.rest) ?? [];
    this.rest = this.rest.slice(whole?.length ?? 0);
    return unquoted(label ?? "");
  }
}

function unquoted(text: string): string {
  return text
    .trim()
    .replace(/^"(.*)"$/s, "$1")
    .replace(/<br\s*\/?>/gi, "\n");
}
