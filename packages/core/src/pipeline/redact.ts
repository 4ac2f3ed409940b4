import { ConnectorError } from "../errors/connector-error.ts";
import type { Call } from "./call.ts";
import type { Reply } from "./reply.ts";
import { rewriteText } from "./rewrite-text.ts";
import type { Stage } from "./stage.ts";

/** Takes secrets out of replies and errors. Bytes that are no text cannot be rewritten: with a secret in them they stay. */
export const redact: Stage = (call, next) => {
  const rewritten = rewriteText(next, call.runtime.redactor.text);
  return call.operation.kind === "resource" ? refuseSecretBytes(call, rewritten) : rewritten;
};

async function refuseSecretBytes({ operation, runtime }: Call, rewritten: Promise<Reply>): Promise<Reply> {
  const reply = await rewritten;
  if (!hasSecretBytes(reply, runtime.redactor.text)) return reply;
  throw new ConnectorError(
    "refused",
    `${operation.name} holds a secret, which cannot be taken out of what is no text.`,
  );
}

function hasSecretBytes(reply: Reply, rewrite: (text: string) => string): boolean {
  if (reply.kind !== "resource" || typeof reply.body === "string") return false;
  // One character a byte: secrets are ASCII, and stand in the bytes as they are.
  const text = Buffer.from(reply.body).toString("latin1");
  return rewrite(text) !== text;
}
