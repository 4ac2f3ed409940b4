import { ConnectorError } from "../errors/connector-error.ts";
import type { Reply } from "./reply.ts";
import { rewriteText } from "./rewrite-text.ts";
import type { Stage } from "./stage.ts";

/** Takes secrets out of replies and errors. Bytes that are no text cannot be rewritten: with a secret in them they stay. */
export const redact: Stage = async (call, next) => {
  const { redactor } = call.runtime;
  const reply = await rewriteText(next, redactor.text);
  if (hasSecretBytes(reply, redactor.text)) {
    throw new ConnectorError(
      "refused",
      `${call.operation.name} holds a secret, which cannot be taken out of what is no text.`,
    );
  }
  return reply;
};

function hasSecretBytes(reply: Reply, rewrite: (text: string) => string): boolean {
  if (reply.kind !== "resource" || typeof reply.body === "string") return false;
  // One character a byte: secrets are ASCII, and stand in the bytes as they are.
  const text = Buffer.from(reply.body).toString("latin1");
  return rewrite(text) !== text;
}
