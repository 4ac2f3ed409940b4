import { StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { HttpProcess } from "../process/http-process.ts";
import type { StartOptions } from "./in-process.ts";
import type { Place } from "./place.ts";

/**
 * The built command as a child process that serves Streamable HTTP on loopback.
 *
 * @param token what hosts authenticate with, where the server is started to want one
 */
export function http(cli: string, start: StartOptions, token?: () => Promise<string>): Place {
  return {
    name: "http",
    principal: token === undefined ? "anonymous" : "bearer",
    async connect() {
      const server = await HttpProcess.start(cli, start);
      const headers = token === undefined ? {} : { authorization: `Bearer ${await token()}` };
      return {
        transport: new StreamableHTTPClientTransport(server.url, { requestInit: { headers } }),
        address: { url: server.url, headers },
        async close() {
          server.kill();
          await server.exited;
        },
      };
    },
  };
}
