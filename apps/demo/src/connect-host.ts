import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { getDefaultEnvironment, StdioClientTransport } from "@modelcontextprotocol/client/stdio";

/** What is served, and how. */
export interface Served {
  /** Where the connector's package is: `import.meta.resolve` of its package.json. */
  readonly manifest: string;
  readonly argv: readonly string[];
  /** What the connector is told in its environment: passwords, which process lists would show. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A host of the newest protocol revision that both sides know, connected to a built connector. */
export async function connectHost({ manifest, argv, environment = {} }: Served): Promise<Client> {
  const cli = fileURLToPath(new URL("dist/cli.js", manifest));
  const client = new Client({ name: "demo", version: "1.0.0" }, { versionNegotiation: { mode: "auto" } });
  const env = { ...getDefaultEnvironment(), ...environment };
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [cli, ...argv], env, stderr: "ignore" }),
  );
  return client;
}
