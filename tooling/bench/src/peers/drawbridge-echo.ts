import { fileURLToPath } from "node:url";
import { echoPeer } from "./echo-peer.ts";
import type { EchoTask } from "./echo-task.ts";
import { packageVersion } from "./package-version.ts";
import type { Peer } from "./peer.ts";

/** The echo tools as a connector: what core's pipeline costs shows here alone, for the tools themselves do nothing. */
export function drawbridgeEcho(): Peer<EchoTask> {
  return echoPeer({
    name: "drawbridge",
    source: new URL("../../../../packages/core/test/echo/drawbridge-server.ts", import.meta.url),
    version: () => packageVersion(fileURLToPath(new URL("../../../../packages/core", import.meta.url))),
    // With a name in the registry a program has its definitions locked, as published ones have.
    manifest: { version: "0.0.0", mcpName: "echo", bin: { "drawbridge-echo": "dist/cli.js" } },
    flags: (setup) => (setup === "audited" ? ["--audit-log", "audit.jsonl"] : []),
  });
}
