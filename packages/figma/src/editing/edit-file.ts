import { randomUUID } from "node:crypto";
import type { Content, ToolContext } from "@drawbridge/core";
import { editContent } from "./edit-content.ts";
import type { EditInput } from "./edit-input.ts";
import type { EditingClient } from "./editing-client.ts";
import { lookAtEdit } from "./look-at-edit.ts";
import { sendPlan } from "./send-plan.ts";

type EditContext = Pick<ToolContext<EditingClient>, "client" | "signal" | "progress" | "log">;

/** Applies a plan, and looks at what came of it. */
export async function editFile(input: EditInput, { client, signal, progress, log }: EditContext): Promise<Content> {
  const { known } = client.openFiles;
  const channel = await client.openFiles.channel(input.file, signal);
  const edit = randomUUID();
  const applied = await sendPlan(channel, input, { dryRun: false, known, key: edit, signal, progress });
  const seen = await lookAtEdit(channel, applied, { known, signal, log });
  return editContent({ file: channel.file, applied, edit, ...seen });
}

/** What a plan would do, without doing it. */
export async function tryEdit(input: EditInput, { client, signal, progress }: EditContext): Promise<Content> {
  const { known } = client.openFiles;
  const channel = await client.openFiles.channel(input.file, signal);
  const applied = await sendPlan(channel, input, { dryRun: true, known, signal, progress });
  return editContent({ file: channel.file, applied });
}
