import { UsageError } from "@drawbridge/core";
import type { ReadSecret } from "../add/read-choice.ts";
import { isInteractive } from "../command-line/is-interactive.ts";

const mostBytes = 64 * 1024;

/**
 * A secret for the keyring: asked at a terminal, without being shown; else read from stdin, which then has to hold it; else
 * what one of the option's own variables holds now.
 */
export const readSecret: ReadSecret = async (option) => {
  if (isInteractive()) return (await import("../prompts/ask.ts")).ask.secret(`${option.name}: ${option.description}`);
  const given = option.environment.map((variable) => process.env[variable]).find(Boolean);
  const secret = given ?? (await fromStdin());
  if (secret !== "") return secret;
  throw new UsageError(
    `--secret-keyring ${option.name} reads the secret from stdin, which is empty; pipe it in, or set ${option.environment[0]} for this one command`,
  );
};

async function fromStdin(): Promise<string> {
  if (process.stdin.isTTY) return "";
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new UsageError(`stdin holds more than ${mostBytes} bytes, which is no secret`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8").trimEnd();
}
