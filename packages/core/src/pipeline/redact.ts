import type { Part } from "../define/content.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { Call } from "./call.ts";
import { messageParts } from "./message-parts.ts";
import { partBytes } from "./part-bytes.ts";
import type { Reply } from "./reply.ts";
import { rewriteText } from "./rewrite-text.ts";
import type { Stage } from "./stage.ts";
import { textsInBytes } from "./texts-in-bytes.ts";

/** Takes secrets out of replies and errors. Bytes that are no text cannot be rewritten: with a secret in them they stay. */
export const redact: Stage = (call, next) => refuseSecretBytes(call, rewriteText(next, call.runtime.redactor.text));

async function refuseSecretBytes({ operation, runtime }: Call, rewritten: Promise<Reply>): Promise<Reply> {
  const reply = await rewritten;
  if (!hasSecretBytes(reply, runtime.redactor.text)) return reply;
  throw new ConnectorError(
    "refused",
    `${operation.name} holds a secret, which cannot be taken out of what is no text.`,
  );
}

function hasSecretBytes(reply: Reply, rewrite: (text: string) => string): boolean {
  for (const part of partsOf(reply)) {
    const bytes = partBytes(part);
    if (bytes === undefined) continue;
    for (const text of textsInBytes(bytes)) if (rewrite(text) !== text) return true;
  }
  return false;
}

function partsOf(reply: Reply): readonly Part[] {
  switch (reply.kind) {
    case "content":
      return reply.parts;
    case "prompt":
      return reply.messages.flatMap(messageParts);
    case "resource":
      return [{ resource: reply }];
    default:
      return [];
  }
}
