import { ConnectorError } from "@drawbridge/core";
import type { Asking, Channel } from "../bridge/channel.ts";
import { PluginFailure } from "../bridge/plugin-failure.ts";
import type { AppliedPlan } from "../bridge/results.ts";
import { checkPlan } from "../plan/check-plan.ts";
import { conflictError } from "./conflict-error.ts";
import type { EditInput } from "./edit-input.ts";
import type { KnownSubtrees } from "./known-subtrees.ts";

interface Sending extends Asking {
  readonly dryRun: boolean;
  readonly known: KnownSubtrees;
}

/**
 * Has the plugin apply a plan, or tell what it would do.
 *
 * @throws ConnectorError that names the operation, what is wrong with it and what would work
 */
export async function sendPlan(
  channel: Channel,
  input: EditInput,
  { dryRun, known, ...asking }: Sending,
): Promise<AppliedPlan> {
  assertKnown(channel, input);
  assertSound(channel, input);
  const ifMatch = Object.entries(input.if_match ?? {}).map(([node, hash]) => ({ node, hash }));
  const plan = {
    operations: [...input.operations],
    dryRun,
    ...(input.page === undefined ? {} : { page: input.page }),
    ...(ifMatch.length === 0 ? {} : { ifMatch }),
    ...(input.font_fallback ? { allowFontFallback: true } : {}),
  };
  try {
    return await channel.ask({ type: "apply", plan }, asking);
  } catch (error) {
    if (!(error instanceof PluginFailure) || error.failure.code !== "conflict") throw error;
    throw await conflictError(channel, error, { ifMatch, known, signal: asking.signal });
  }
}

/** What breaks a rule of Figma's whatever the file is like; what depends on the file the plugin checks, against the file. */
function assertSound({ plugin }: Channel, { operations }: EditInput): void {
  const violation = checkPlan(operations, undefined, plugin.editor);
  if (violation !== undefined) throw new PluginFailure({ code: "invalid", ...violation });
}

/** A plugin may be older than the connector, or newer. */
function assertKnown({ plugin }: Channel, { operations }: EditInput): void {
  const known = new Set(plugin.operations);
  const unknown = operations.findIndex(({ op }) => !known.has(op));
  if (unknown < 0) return;
  throw new ConnectorError(
    "invalid_input",
    `Operation ${unknown}: the plugin in Figma (${plugin.version}) does not know ${operations[unknown]?.op}. It knows ${[...known].join(", ")}. The person gets the plugin of this version from where \`drawbridge-figma --plugin\` says.`,
  );
}
