import { fileURLToPath } from "node:url";
import { echoPeer } from "./echo-peer.ts";
import type { EchoTask } from "./echo-task.ts";
import { packageVersion } from "./package-version.ts";
import type { Peer } from "./peer.ts";

const sources = {
  McpServer: new URL("../../../../packages/core/test/echo/sdk-server.ts", import.meta.url),
  Server: new URL("../../../../packages/core/test/echo/low-level-server.ts", import.meta.url),
};

/**
 * The echo tools on the bare SDK: on `McpServer`, as its guides have people write servers, or on the low-level `Server`, which looks
 * at no input and makes its list once. Neither logs nor records anything, however it is started.
 */
export function bareEcho(name: keyof typeof sources): Peer<EchoTask> {
  return echoPeer({
    name,
    source: sources[name],
    version: () => packageVersion(fileURLToPath(new URL("..", import.meta.resolve("@modelcontextprotocol/server")))),
    manifest: { version: "0.0.0" },
    flags: () => [],
  });
}
