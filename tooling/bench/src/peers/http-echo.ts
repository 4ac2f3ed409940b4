import { fileURLToPath } from "node:url";
import { bundleProgram } from "./bundle-program.ts";
import { packageVersion } from "./package-version.ts";
import type { Peer } from "./peer.ts";

const echo = "../../../../packages/core/test/echo";
const sdk = new URL("..", import.meta.resolve("@modelcontextprotocol/server"));
const core = new URL("../../../../packages/core", import.meta.url);

// As a person runs it, but for the rate: it would refuse nearly all.
const ours = (port: string) => ["--http", port, "--rate", "999999/min", "--log-level", "info"];

const programs = {
  drawbridge: { source: "drawbridge-server.ts", from: core, flags: ours },
  McpServer: { source: "http-sdk-server.ts", from: sdk, flags: (port: string) => [port] },
  Server: { source: "http-low-level-server.ts", from: sdk, flags: (port: string) => [port] },
} as const;

/** A server of core's echo tools over HTTP on a port: as a connector, or on the bare SDK. */
export function httpEcho(name: keyof typeof programs, port: number): Peer {
  const { source, from, flags } = programs[name];
  // With a name in the registry a program has its definitions locked, as published ones have.
  const locked = name === "drawbridge" ? { mcpName: "echo" } : {};
  const manifest = { version: "0.0.0", bin: { "drawbridge-echo": "dist/cli.js" }, ...locked };
  let program = "";
  return {
    name,
    version: () => packageVersion(fileURLToPath(from)),
    async prepare() {
      const path = fileURLToPath(new URL(`${echo}/${source}`, import.meta.url));
      program = await bundleProgram(`http-echo-${name}`, manifest, path);
    },
    arguments: () => [program, ...flags(`${port}`)],
    tasks: {},
  };
}
