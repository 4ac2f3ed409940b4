import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { Failure } from "../command-line/failure.ts";
import { ownPackage } from "../command-line/own-package.ts";
import type { AnswerForm } from "./form.ts";
import type { ServerTarget } from "./server-target.ts";

/** Connects to a server as a host that can ask a person. Close it. Throws `Failure` where that does not come about. */
export async function connect(target: ServerTarget, answer: AnswerForm): Promise<Client> {
  const client = new Client(
    { name: "drawbridge", title: "Drawbridge", version: ownPackage().version },
    { versionNegotiation: { mode: "auto" }, capabilities: { elicitation: { form: {} } } },
  );
  client.setRequestHandler("elicitation/create", async ({ params }) => {
    // Only forms were said to be answered.
    if (!("requestedSchema" in params)) return { action: "decline" as const };
    return answer({ message: params.message, schema: params.requestedSchema });
  });
  try {
    await client.connect(transportTo(target));
    return client;
  } catch (error) {
    await client.close().catch(() => {});
    throw new Failure(`no server answered: ${reason(error as Error, target)}`);
  }
}

function transportTo(target: ServerTarget): StdioClientTransport | StreamableHTTPClientTransport {
  if (target.kind === "http") {
    return new StreamableHTTPClientTransport(target.url, { requestInit: { headers: { ...target.headers } } });
  }
  const { start, environment } = target;
  const own = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return new StdioClientTransport({
    command: start.command,
    args: [...start.args],
    // A connector's log would stand between the answers; what it warns of should.
    env: { DRAWBRIDGE_LOG_LEVEL: "warn", DRAWBRIDGE_LOG_FORMAT: "pretty", ...Object.fromEntries(own), ...environment },
    stderr: "inherit",
  });
}

function reason(error: Error, target: ServerTarget): string {
  const code = codeIn(error);
  if (target.kind === "command" && code === "ENOENT") return `${target.start.command} is not found`;
  if (target.kind === "command" && /closed/i.test(error.message)) {
    return "it ended before it answered; what it says stands above";
  }
  const why = code ?? causeOf(error);
  return `${error.message}${why === undefined || error.message.includes(why) ? "" : ` (${why})`}`;
}

/** What `fetch` says of an address that it will not ask has no code, and is in the cause alone. */
function causeOf(error: Error): string | undefined {
  const { cause = (error as { data?: { cause?: unknown } }).data?.cause } = error;
  return cause instanceof Error ? (causeOf(cause) ?? cause.message) : undefined;
}

/** The system's own code, however deep it is wrapped. */
function codeIn(error: unknown, depth = 0): string | undefined {
  if (typeof error !== "object" || error === null || depth > 5) return undefined;
  const { code, cause, data, errors } = error as Record<string, unknown>;
  if (typeof code === "string" && /^E[A-Z]+$/.test(code)) return code;
  const inner = [cause, (data as Record<string, unknown> | undefined)?.cause, ...(Array.isArray(errors) ? errors : [])];
  return inner.map((each) => codeIn(each, depth + 1)).find((each) => each !== undefined);
}
