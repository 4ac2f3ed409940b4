import { Agent, request } from "node:http";
import { BenchFailure } from "./bench-failure.ts";

const META = {
  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
  "io.modelcontextprotocol/clientInfo": { name: "drawbridge-bench", version: "0.0.0" },
  "io.modelcontextprotocol/clientCapabilities": {},
};

/** The least client that can call a tool over Streamable HTTP, by requests of 2026-07-28, each of which stands for itself. */
export class HttpClient {
  readonly #agent: Agent;
  readonly #port: number;
  #lastId = 0;

  constructor(port: number, connections: number) {
    this.#port = port;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The answer's body. @throws BenchFailure for any other status than 200 */
  call(name: string, input: object): Promise<string> {
    const params = { name, arguments: input, _meta: META };
    const body = JSON.stringify({ jsonrpc: "2.0", id: ++this.#lastId, method: "tools/call", params });
    const headers = {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": "2026-07-28",
      "mcp-method": "tools/call",
      "mcp-name": name,
      "content-length": Buffer.byteLength(body),
    };
    return new Promise((resolve, reject) => {
      const where = { host: "127.0.0.1", port: this.#port, path: "/mcp", method: "POST" };
      const sent = request({ ...where, headers, agent: this.#agent }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => {
          text += chunk;
        });
        response.once("end", () => {
          if (response.statusCode === 200) resolve(text);
          else reject(new BenchFailure(`answered ${response.statusCode}: ${text.slice(0, 300)}`));
        });
      });
      sent.once("error", reject);
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
