import { ConnectorError } from "@drawbridge/core";
import type { Channel } from "../bridge/channel.ts";
import type { PluginFailure } from "../bridge/plugin-failure.ts";
import { subtreesOf } from "../client/subtrees-of.ts";
import type { KnownSubtrees } from "./known-subtrees.ts";
import { openDocument } from "./open-document.ts";

const mostLines = 20;

interface Reading {
  readonly ifMatch: readonly { readonly node: string; readonly hash: string }[];
  readonly known: KnownSubtrees;
  readonly signal: AbortSignal;
}

/** Somebody changed what the plan rests on: what they changed, as far as it is known what was there before, and the etags of now. */
export async function conflictError(
  channel: Channel,
  { message, failure }: PluginFailure,
  reading: Reading,
): Promise<ConnectorError> {
  const changed = failure.changed ?? [];
  const lines = (await Promise.all(changed.map(({ node }) => changesOf(channel, node, reading)))).flat();
  const left = lines.length - mostLines;
  const told = lines.slice(0, mostLines);
  const etags = changed.map(({ node, hash }) => `${node} ${hash}`).join(", ");
  const parts = [message, ...told, left > 0 ? `… and ${left} more` : "", etags === "" ? "" : `Etags now: ${etags}`];
  return new ConnectorError("conflict", parts.filter((part) => part !== "").join("\n"));
}

async function changesOf(channel: Channel, node: string, { ifMatch, known, signal }: Reading): Promise<string[]> {
  const hash = ifMatch.find((one) => one.node === node)?.hash;
  const before = hash === undefined ? undefined : known.find(hash);
  if (before === undefined) return [];
  const [{ findChanges }, after] = await Promise.all([
    import("../differences/find-changes.ts"),
    openDocument(channel, { nodes: [node], variables: before.variables !== undefined, signal }, known),
  ]);
  // What was kept is the subtree alone, away from its page: only another one of those is like it.
  return findChanges(before, subtreesOf(after, [node])).changes.map(({ path, type, id, facets }) => {
    const what = facets.map(({ kind, detail }) => `${kind} ${detail}`).join("; ");
    return `${path} (${type} ${id}) ${what}`;
  });
}
