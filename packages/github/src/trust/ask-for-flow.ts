import { type AskContext, ConnectorError, makeVisible } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import type { GithubCall } from "../api/github-call.ts";
import type { Change } from "../changing/change.ts";
import { type Flow, flowTo } from "./flow.ts";

/** A person reads no more than so many characters of what would be written, and so many places and authors. */
const most = { summary: 2000, named: 10 };

const fields = z.object({
  allow: z.boolean().default(false).describe("Leave it off to have nothing written"),
});

/**
 * Asks the person about a flow that the guard would refuse, showing what would be written where, after what was read. The
 * digest of what they allowed; undefined where there is nothing to ask, or where they did not allow it or cannot be asked:
 * then the guard refuses.
 */
export async function askForFlow(
  call: GithubCall,
  { target, foresee }: Change,
  { ask }: Pick<AskContext<Github>, "ask">,
): Promise<string | undefined> {
  if (target === undefined || (await flowTo(call, target)) === undefined) return undefined;
  // What is foreseen is read: it belongs to what the person is told of.
  const { summary } = await foresee();
  const flow = await flowTo(call, target);
  if (flow === undefined) throw new ConnectorError("internal", "What was read before is no longer in the ledger.");
  // Named after what it is about, so that an answer is good for nothing else.
  const name = `flow_${flow.digest.slice(0, 16)}`;
  const answers = await ask({ [name]: { kind: "form", message: messageOf(flow, summary), fields, optional: true } });
  return answers[name]?.allow === true ? flow.digest : undefined;
}

function messageOf({ to, from, strangers }: Flow, summary: string): string {
  const shown = summary.length > most.summary ? `${summary.slice(0, most.summary)}…` : summary;
  return makeVisible(
    `Words of strangers were read, and so were private things. May this be written to ${to}?\n\n` +
      `Strangers' words: ${list(strangers)}\nPrivate: ${list(from)}\n\nWhat would be written:\n${shown}`,
  );
}

function list(names: readonly string[]): string {
  const more = names.length - most.named;
  return [...names.slice(0, most.named), ...(more > 0 ? [`${more} more`] : [])].join("; ");
}
