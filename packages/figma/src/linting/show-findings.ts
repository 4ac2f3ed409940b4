import { setImmediate as turn } from "node:timers/promises";
import { ConnectorError, type Page, type ToolContext } from "@drawbridge/core";
import { callOf } from "../client/call-of.ts";
import type { FigmaClient } from "../client/figma-client.ts";
import { unknownNodes } from "../client/unknown-nodes.ts";
import { parseAddress } from "../files/parse-address.ts";
import { assertSameVersion } from "../nodes/assert-same-version.ts";
import { pathOf } from "../nodes/path-of.ts";
import { type Finding, findProblems, type Wanted } from "./find-problems.ts";
import { LintedDesign } from "./linted-design.ts";

/** What `figma_lint` is asked. */
export interface LintInput extends Wanted {
  readonly file: string;
}

type LintContext = Pick<ToolContext<Pick<FigmaClient, "document">>, "client" | "page"> & Parameters<typeof callOf>[0];

interface Place {
  readonly version: string;
  /** Findings that were shown. */
  readonly shown: number;
}

/** A finding as it is told. */
export interface ShownFinding {
  readonly rule: string;
  readonly severity: string;
  readonly node: string;
  readonly type: string;
  readonly path: string;
  readonly what: string;
  readonly mend: string;
}

/** What `figma_lint` answers. */
export interface LintAnswer {
  readonly design: string;
  readonly nodes: number;
  /** Findings of the whole design by rule; on the first page alone. */
  readonly counts?: Record<string, number>;
  readonly notes?: string[];
  readonly findings: ShownFinding[];
}

/** What is wrong with a design, finding by finding, by pages; the first page counts all of them. */
export async function showFindings(input: LintInput, context: LintContext): Promise<LintAnswer> {
  const { client, page, signal } = context;
  const place = page.place as Place | undefined;
  const document = await client.document(input.file, { ...callOf(context), whole: true, variables: true });
  assertSameVersion(document, place?.version);
  const design = new LintedDesign(document);
  const nodes = input.nodes ?? nodeNamed(input.file);
  assertNodes(design, nodes);
  page.take({ design: document.name, nodes: design.nodes.length, counts: {}, notes: " ".repeat(600) });
  const findings: ShownFinding[] = [];
  const counts: Record<string, number> = {};
  const begun = place?.shown ?? 0;
  let found = 0;
  let isFull = false;
  for (const finding of findProblems(design, { ...input, nodes })) {
    if (finding === undefined) {
      await turn(undefined, { signal });
      continue;
    }
    counts[finding.rule] = (counts[finding.rule] ?? 0) + 1;
    found += 1;
    if (found <= begun || isFull) continue;
    const told = shown(finding);
    isFull = !takes(page, told, findings.length === 0);
    if (!isFull) findings.push(told);
    // The first page counts on.
    else if (place !== undefined) break;
  }
  if (isFull) page.stopAt({ version: document.version, shown: begun + findings.length } satisfies Place);
  const about = { design: document.name, nodes: design.nodes.length };
  return place === undefined ? { ...about, counts, ...notes(design, input), findings } : { ...about, findings };
}

function takes(page: Page, told: ShownFinding, isFirst: boolean): boolean {
  if (page.take(told)) return true;
  if (isFirst)
    throw new ConnectorError(
      "refused",
      "One finding alone is larger than an answer may be here. A person can raise --max-result-bytes.",
    );
  return false;
}

function shown({ rule, severity, placed, what, mend }: Finding): ShownFinding {
  return { rule, severity, node: placed.node.id, type: placed.node.type, path: pathOf(placed), what, mend };
}

function notes({ document, leftOut }: LintedDesign, { rules }: Wanted): { readonly notes?: string[] } {
  const wantsVariables = rules === undefined || rules.includes("hard-coded-value");
  const told = [
    ...(document.variables === undefined && wantsVariables
      ? ["hard-coded-value was not checked: the source does not tell variables (REST does on Enterprise plans alone)."]
      : []),
    ...[...leftOut].map(
      ([rule, count]) =>
        `${rule} was not checked for ${count} nodes: the design is too large for one call. Ask for nodes.`,
    ),
  ];
  return told.length === 0 ? {} : { notes: told };
}

function assertNodes(design: LintedDesign, ids: readonly string[] | undefined): void {
  if (ids === undefined) return;
  const known = new Set(design.nodes.map(({ node }) => node.id));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) throw unknownNodes(design.document.name, unknown);
}

/** An address may name a node: that is what is asked about, and the rest is read for what lies behind it. */
function nodeNamed(file: string): readonly string[] | undefined {
  const address = parseAddress(file);
  return "problem" in address || address.node === undefined ? undefined : [address.node];
}
