import { ConnectorError, type Content, type ToolContext } from "@drawbridge/core";
import { callOf } from "../client/call-of.ts";
import type { DocumentRequest, FigmaClient } from "../client/figma-client.ts";
import type { FigmaDocument } from "../documents/figma-document.ts";
import { assertSameVersion } from "../nodes/assert-same-version.ts";
import { type Change, changeKinds } from "./change.ts";
import { findChanges } from "./find-changes.ts";

/** What `figma_diff` is asked. */
export interface DiffInput {
  readonly file: string;
  readonly from: string;
  readonly to?: string | undefined;
}

type DiffContext = Pick<ToolContext<Pick<FigmaClient, "document">>, "client" | "page"> & Parameters<typeof callOf>[0];

interface Place {
  readonly from: string;
  readonly to: string;
  readonly change: number;
}

/** What changed between two versions of a file, or between two files, change by change, by pages. */
export async function showDifferences({ file, from, to = "live" }: DiffInput, context: DiffContext): Promise<Content> {
  const { page } = context;
  const place = page.place as Place | undefined;
  if (from === to)
    throw new ConnectorError(
      "invalid_input",
      "from and to are the same version. Name another as from; without to it is compared with the file as it is now.",
    );
  const request = { ...callOf(context), whole: true, variables: true };
  const [was, is] = await Promise.all([from, to].map((side) => documentOf(file, side, context.client, request)));
  if (was === undefined || is === undefined) throw new ConnectorError("internal", "A difference has two sides.");
  assertSameVersion(was, place?.from);
  assertSameVersion(is, place?.to);
  const { changes, nodes } = findChanges(was, is);
  const facts = {
    from: `${was.name} ${was.version}`,
    to: `${is.name} ${is.version}`,
    nodes,
    changes: changes.length,
    ...counts(changes),
    ...(was.variables === undefined || is.variables === undefined
      ? { variables: "values not compared: not to be had" }
      : {}),
  };
  page.take(JSON.stringify(facts));
  const begun = place?.change ?? 0;
  const shown: string[] = [];
  for (const [index, change] of changes.entries()) {
    if (index < begun) continue;
    const text = changeText(change);
    if (page.take(text)) {
      shown.push(text);
      continue;
    }
    if (shown.length === 0) shown.push(fitting(text, page.bytesLeft));
    page.stopAt({ from: was.version, to: is.version, change: Math.max(index, begun + 1) } satisfies Place);
    break;
  }
  const isSame = changes.length === 0;
  return { facts, parts: [{ text: isSame ? "Nothing differs." : shown.join("\n") }] };
}

/** A version of the file, the file as it is now, or another file. */
function documentOf(
  file: string,
  side: string,
  client: DiffContext["client"],
  request: DocumentRequest,
): Promise<FigmaDocument> {
  if (side === "live") return client.document(file, request);
  return /^\d+$/.test(side) ? client.document(file, { ...request, version: side }) : client.document(side, request);
}

function counts(changes: readonly Change[]): Record<string, number> {
  const of = (kind: string) => changes.filter(({ facets }) => facets.some((facet) => facet.kind === kind)).length;
  return Object.fromEntries(
    changeKinds.map((kind) => [kind.replace(" ", "_"), of(kind)]).filter(([, count]) => count !== 0),
  );
}

/** The node in one line, and below it a line for each thing that happened to it. */
function changeText({ path, id, type, facets }: Change): string {
  const [only] = facets;
  if (only !== undefined && facets.length === 1) return `${path} (${type} ${id}) ${only.kind}: ${only.detail}`;
  return [`${path} (${type} ${id})`, ...facets.map(({ kind, detail }) => `  ${kind}: ${detail}`)].join("\n");
}

/** The beginning of what is longer than a page by itself. */
function fitting(text: string, bytes: number): string {
  return `${text.slice(0, Math.max(0, Math.floor(bytes / 4) - 8)).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
