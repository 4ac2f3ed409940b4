import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import type { StartOptions } from "./in-process.ts";
import type { Place } from "./place.ts";

/** The built command as a child process, as a host starts it. */
export function stdio(cli: string, { argv, environment = {} }: StartOptions): Place {
  return {
    name: "stdio",
    principal: "local",
    async connect() {
      const transport = new StdioClientTransport({
        command: process.execPath,
        args: [cli, ...argv],
        env: { PATH: process.env.PATH ?? "", ...environment },
        stderr: "ignore",
      });
      return { transport, close: () => transport.close() };
    },
  };
}
