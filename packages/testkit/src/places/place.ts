import type { Transport } from "@modelcontextprotocol/client";

/** Where the server runs, seen from a host: something to connect to, again and again. */
export interface Place {
  readonly name: "in-process" | "stdio" | "http";
  /** Who calls from there, as the server knows them. */
  readonly principal: string;
  /** A transport to a server of its own, not yet started. */
  connect(): Promise<Connection>;
}

/** One connection; closing it ends the server behind it. */
export interface Connection {
  readonly transport: Transport;
  /** Over HTTP, for a host that reaches servers by a transport of its own SDK. */
  readonly address?: { readonly url: URL; readonly headers: Readonly<Record<string, string>> };
  close(): Promise<void>;
}
