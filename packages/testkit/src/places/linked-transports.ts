import type { JSONRPCMessage, Transport } from "@modelcontextprotocol/server";

/** Two ends of one wire inside a process. Messages go through JSON, so that nothing passes here that would not on a pipe. */
export function linkedTransports(): [Transport, Transport] {
  const client = new LinkedEnd();
  const server = new LinkedEnd();
  client.peer = server;
  server.peer = client;
  return [client, server];
}

class LinkedEnd implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  peer: LinkedEnd | undefined;

  async start(): Promise<void> {}

  async send(message: JSONRPCMessage): Promise<void> {
    const line = JSON.stringify(message);
    const { peer } = this;
    if (peer === undefined) throw new Error("The other end is closed");
    setImmediate(() => peer.onmessage?.(JSON.parse(line)));
  }

  async close(): Promise<void> {
    const { peer } = this;
    if (peer === undefined) return;
    this.peer = undefined;
    peer.peer = undefined;
    this.onclose?.();
    peer.onclose?.();
  }
}
