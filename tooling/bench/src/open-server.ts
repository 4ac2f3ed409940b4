import type { Peer, Setup } from "./peers/peer.ts";
import { ServerProcess } from "./server-process.ts";

// The newest revision whose handshake every server here speaks.
const PROTOCOL_VERSION = "2025-11-25";

/** A server that has answered its first `tools/list`. */
export interface OpenServer {
  readonly server: ServerProcess;
  /** The first page of its tools, as it sent them. */
  readonly listed: Readonly<Record<string, unknown>>;
  /** From just before the spawn to the last byte of the list. */
  readonly milliseconds: number;
}

/**
 * Starts a server and shakes hands with it. All three messages are written at once, before it can have read the first, so that what
 * is measured is the server alone and not our turns of waiting.
 */
export async function openServer(peer: Peer, setup: Setup, folder: string): Promise<OpenServer> {
  const server = new ServerProcess(peer.name, peer.arguments(setup), folder, {
    node: peer.node?.(),
    environment: peer.environment?.(setup),
  });
  const initialized = server.request("initialize", {
    protocolVersion: PROTOCOL_VERSION,
    capabilities: {},
    clientInfo: { name: "drawbridge-bench", version: "0.0.0" },
  });
  server.notify("notifications/initialized");
  const [, { result, arrivedAt }] = await Promise.all([initialized, server.request("tools/list", {})]);
  return { server, listed: result, milliseconds: arrivedAt - server.spawnedAt };
}
