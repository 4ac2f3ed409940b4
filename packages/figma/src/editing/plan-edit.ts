import { type CallContext, type Plan, sha256 } from "@drawbridge/core";
import { changeLines } from "./change-lines.ts";
import type { EditInput } from "./edit-input.ts";
import type { EditingClient } from "./editing-client.ts";
import { sendPlan } from "./send-plan.ts";

const mostLines = 40;

/** For the person who is asked whether a plan may be applied: what it would change, as the plugin tells it of the file as it is now. */
export async function planEdit(input: EditInput, { client, signal }: CallContext<EditingClient>): Promise<Plan> {
  const { known } = client.openFiles;
  const channel = await client.openFiles.channel(input.file, signal);
  const would = await sendPlan(channel, input, { dryRun: true, known, signal });
  // Ids of what a dry run makes are other ones each time.
  const state = would.changes.filter(({ kind }) => kind !== "created");
  return {
    summary: [`Change ${JSON.stringify(channel.file.name)} in Figma:`, ...changeLines(would, mostLines)].join("\n"),
    stateDigest: sha256(JSON.stringify([channel.file.key, state, would.changes.length])),
  };
}
