import { setImmediate as turn } from "node:timers/promises";
import type { Log } from "@drawbridge/core";
import type { Channel } from "../bridge/channel.ts";
import type { AppliedPlan } from "../bridge/results.ts";
import type { KnownSubtrees } from "./known-subtrees.ts";
import { openDocument } from "./open-document.ts";

/** In pixels: large enough to see what stands where, small enough for every answer. */
const longestSide = 640;
const mostFindings = 20;

interface Looking {
  readonly known: KnownSubtrees;
  readonly signal: AbortSignal;
  readonly log: Log;
}

interface Seen {
  readonly lint: readonly string[];
  readonly picture: Uint8Array | undefined;
}

/** What was touched, linted and drawn. The edit is done by then: whatever cannot be had is left out. */
export async function lookAtEdit(channel: Channel, { roots }: AppliedPlan, looking: Looking): Promise<Seen> {
  if (roots.length === 0) return { lint: [], picture: undefined };
  const [lint, picture] = await Promise.all([
    lintOf(channel, roots, looking).catch((error: unknown) => missed("lint", error, looking)),
    pictureOf(channel, roots, looking).catch((error: unknown) => missed("picture", error, looking)),
  ]);
  return { lint: lint ?? [], picture };
}

async function lintOf(channel: Channel, roots: readonly string[], { known, signal }: Looking): Promise<string[]> {
  const document = await openDocument(channel, { nodes: roots, variables: true, signal }, known);
  const [{ LintedDesign }, { findProblems }, { pathOf }] = await Promise.all([
    import("../linting/linted-design.ts"),
    import("../linting/find-problems.ts"),
    import("../nodes/path-of.ts"),
  ]);
  const lines: string[] = [];
  for (const finding of findProblems(new LintedDesign(document), {})) {
    if (lines.length === mostFindings) return [...lines, "… and more: figma_lint tells all"];
    if (finding === undefined) await turn(undefined, { signal });
    else
      lines.push(
        `${finding.rule} ${finding.placed.node.id} ${pathOf(finding.placed)}: ${finding.what}. ${finding.mend}`,
      );
  }
  return lines;
}

async function pictureOf(
  channel: Channel,
  [first]: readonly string[],
  { signal }: Looking,
): Promise<Uint8Array | undefined> {
  if (first === undefined) return undefined;
  const question = { type: "export", node: first, format: "png", scale: 1, longest: longestSide } as const;
  return Buffer.from((await channel.ask(question, { signal })).base64, "base64");
}

function missed(what: string, error: unknown, { log }: Looking): undefined {
  log.write("debug", { event: "edit", problem: `no ${what}`, err: error });
  return undefined;
}
