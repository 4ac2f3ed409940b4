import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

/** A host of the newest protocol revision that both sides know, connected to the built filesystem connector, which may change files in the folder. */
export async function connectHost(folder: string, journal: string): Promise<Client> {
  const command = fileURLToPath(import.meta.resolve("@drawbridge/filesystem/package.json"));
  const cli = fileURLToPath(new URL("dist/cli.js", `file://${command}`));
  const client = new Client({ name: "demo", version: "1.0.0" }, { versionNegotiation: { mode: "auto" } });
  const args = [cli, `${folder}:write`, "--journal", journal];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: "ignore" }));
  return client;
}
