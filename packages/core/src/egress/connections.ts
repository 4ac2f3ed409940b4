import type { Agent } from "node:http";

type Protocol = "http:" | "https:";

/**
 * The connections of one guard, which are used once or kept for the next request to the same host. A kept one leads to an
 * address that was checked when it was opened. No agent knows a proxy, whatever the environment says.
 */
export class Connections {
  readonly #kept = new Map<Protocol, Agent>();
  readonly #areKept: boolean;

  constructor(areKept: boolean) {
    this.#areKept = areKept;
  }

  agentFor(protocol: Protocol): Agent {
    const client = process.getBuiltinModule(protocol === "http:" ? "node:http" : "node:https");
    if (!this.#areKept) return new client.Agent({ keepAlive: false });
    const kept = this.#kept.get(protocol) ?? new client.Agent({ keepAlive: true, maxFreeSockets: 8, timeout: 30_000 });
    this.#kept.set(protocol, kept);
    return kept;
  }
}
