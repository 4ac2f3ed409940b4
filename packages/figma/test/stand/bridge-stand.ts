import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { WebSocket } from "ws";
import { Bridge } from "../../src/bridge/bridge.ts";
import { bridgePorts } from "../../src/bridge/bridge-ports.ts";
import { Pairings } from "../../src/bridge/pairings.ts";
import type { Introduction, Socket } from "../../src/bridge/plugin-end/attempt.ts";
import { PluginEnd, type PluginState } from "../../src/bridge/plugin-end/plugin-end.ts";
import type { KeptPairing } from "../../src/bridge/plugin-thread.ts";
import type { Failure } from "../../src/bridge/replies.ts";
import type { Request } from "../../src/bridge/requests.ts";

export interface PluginWishes {
  /** What requests are answered with; undefined for no answer. */
  readonly answer?: (request: Request) => unknown;
  readonly fail?: Failure;
  /** The failure of one request; undefined where it is answered. */
  readonly failing?: (request: Request) => Failure | undefined;
  readonly introduction?: Partial<Introduction>;
  readonly pairings?: readonly KeptPairing[];
}

/** A log that nobody reads. */
export const silent = { enabled: () => false, write: () => {}, flush: async () => {} };

/** A real bridge on a port of its own, and the plugin's real end of it, connected by real sockets. */
export function bridgeStand() {
  const closing: (() => unknown)[] = [];
  let folder: string | undefined;
  let stopping = new AbortController();

  function place(): string {
    folder ??= mkdtempSync(join(tmpdir(), "bridge-"));
    return folder;
  }

  async function open({ port = 0, beats }: { port?: number; beats?: number } = {}): Promise<Bridge> {
    return openAt([port], beats);
  }

  /** At one of the ports that plugins know. Others of this machine may hold some of them. */
  async function openFixed(): Promise<Bridge> {
    return openAt(bridgePorts);
  }

  async function openAt(ports: readonly number[], beats?: number): Promise<Bridge> {
    const bridge = await Bridge.open({
      ports,
      pairings: new Pairings(join(place(), "pairings.json")),
      version: "1.0.0",
      log: silent,
      ...(beats === undefined ? {} : { beats }),
    });
    closing.push(() => bridge.close());
    return bridge;
  }

  function plugin(bridge: { readonly port: number }, wishes: PluginWishes) {
    const states: PluginState[] = [];
    const kept: KeptPairing[] = [...(wishes.pairings ?? [])];
    let socket: WebSocket | undefined;
    const end: PluginEnd = new PluginEnd({
      introduction: () => ({ ...introduction, ...wishes.introduction }),
      connect: (url) => {
        socket = new WebSocket(url, { origin: "null" });
        socket.on("error", () => {});
        return socket as Socket;
      },
      pairings: kept,
      keep: (pairings) => kept.splice(0, kept.length, ...pairings),
      onState: (state) => states.push(state),
      onRequest: (request) => {
        const failure = wishes.fail ?? wishes.failing?.(request);
        if (failure !== undefined) return end.send({ type: "failed", key: request.key, failure });
        const value = wishes.answer?.(request);
        if (value !== undefined) end.send({ type: "result", key: request.key, value });
      },
      ports: [bridge.port],
    });
    closing.push(() => end.stop());
    end.start();
    return {
      end,
      states,
      kept,
      /** Ends the connection as a broken network would. */
      break: () => socket?.terminate(),
      reaches: (kind: PluginState["kind"]) =>
        expect.poll(() => states.map((state) => state.kind), { timeout: 15_000 }).toContain(kind),
    };
  }

  async function paired(bridge: Bridge, wishes: PluginWishes) {
    const made = plugin(bridge, wishes);
    await made.reaches("unpaired");
    made.end.pair(bridge.code);
    await made.reaches("connected");
    return made;
  }

  async function close(): Promise<void> {
    stopping.abort();
    stopping = new AbortController();
    for (const end of closing.splice(0).reverse()) await end();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
  }

  return {
    open,
    openFixed,
    plugin,
    paired,
    close,
    get signal() {
      return stopping.signal;
    },
  };
}

const introduction: Introduction = {
  version: "1.0.0",
  instance: "instance-1",
  file: { key: "file-1", name: "Settings" },
  page: { id: "0:1", name: "Page 1" },
  editor: "figma",
  operations: ["create", "remove"],
};

/** What a plugin says first, that nobody knows. */
export const greeting = {
  type: "hello",
  protocols: { lowest: 1, highest: 1 },
  ...introduction,
  nonce: "0".repeat(32),
};
