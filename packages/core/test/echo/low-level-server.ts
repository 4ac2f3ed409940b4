import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { makeLowLevelServer } from "./make-low-level-server.ts";

/** Serves the echo tools on the SDK's low-level `Server`. */
export function serve(): void {
  serveStdio(makeLowLevelServer);
}
