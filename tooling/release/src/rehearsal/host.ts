import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import type { Environment } from "./rehearsed-environment.ts";

/** How a host's configuration says that a server is started. */
export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What a host learns of a server when it connects. */
export interface Greeting {
  readonly name: string;
  readonly version: string;
  readonly tools: ReadonlyArray<{ readonly name: string; readonly description: string }>;
}

/** npx first installs the package. */
const timeout = 180_000;

/** Starts a server as a host does, asks for its tools, and ends it. */
export async function greet(server: ServerCommand, cwd: string, environment: Environment): Promise<Greeting> {
  const { command, args, env } = server;
  const set = Object.entries({ ...environment, ...env }).filter((entry): entry is [string, string] => !!entry[1]);
  const client = new Client({ name: "rehearsal", version: "1.0.0" });
  const transport = new StdioClientTransport({
    command,
    args: [...args],
    cwd,
    env: Object.fromEntries(set),
    stderr: "pipe",
  });
  let said = "";
  transport.stderr?.on("data", (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-4000);
  });
  try {
    await client.connect(transport, { timeout });
    const { tools } = await client.listTools(undefined, { timeout });
    const { name = "", version = "" } = client.getServerVersion() ?? {};
    return { name, version, tools: tools.map((tool) => ({ name: tool.name, description: tool.description ?? "" })) };
  } catch (error) {
    throw new Error(`${[command, ...args].join(" ")} does not answer a host:\n${said}`, { cause: error });
  } finally {
    await client.close();
  }
}
