import { setTimeout as wait } from "node:timers/promises";
import { ConnectorError, type Log } from "@drawbridge/core";
import type { Bridge } from "../bridge/bridge.ts";
import { bridgePorts } from "../bridge/bridge-ports.ts";
import type { Channel } from "../bridge/channel.ts";
import { Pairings } from "../bridge/pairings.ts";
import { pairingsFile } from "../bridge/pairings-file.ts";
import { chooseChannel } from "./choose-channel.ts";
import { KnownSubtrees } from "./known-subtrees.ts";
import { pairingWords } from "./pairing-words.ts";

/** Milliseconds after the start in which a plugin that was paired before is waited for, instead of asking for a code. */
const returning = 5_000;

interface OpenFilesSettings {
  /** The connector's own. */
  readonly version: string;
  readonly log: Log;
  readonly ports?: readonly number[];
  /** Where pairings are kept; the system's place where it is left out. */
  readonly pairings?: Pairings;
}

/** The files that are open in Figma, beside the plugin that connects them to this process. */
export class OpenFiles {
  /** What was read of them, to tell later what a person changed. */
  readonly known = new KnownSubtrees();
  readonly #bridge: Bridge | ConnectorError;
  readonly #pairings: Pairings;
  readonly #started = Date.now();

  private constructor(bridge: Bridge | ConnectorError, pairings: Pairings) {
    this.#bridge = bridge;
    this.#pairings = pairings;
  }

  /** Where plugins are not waited for. */
  static get none(): OpenFiles {
    return new OpenFiles(new ConnectorError("unavailable", notWanted), new Pairings(undefined));
  }

  /** Never fails: what stands in the way is told to whoever wants an open file. */
  static async start({ version, log, ports = bridgePorts, pairings }: OpenFilesSettings): Promise<OpenFiles> {
    const kept = pairings ?? new Pairings(pairingsFile());
    const { Bridge: Opened } = await import("../bridge/bridge.ts");
    try {
      return new OpenFiles(await Opened.open({ ports, pairings: kept, version, log }), kept);
    } catch (error) {
      if (!ConnectorError.is(error)) throw error;
      log.write("warn", { event: "bridge", problem: error.message });
      return new OpenFiles(error, kept);
    }
  }

  /** What of it `--check` tells. */
  get state(): Record<string, unknown> {
    if (ConnectorError.is(this.#bridge)) return {};
    return { bridge: { port: this.#bridge.port, files: this.#bridge.channels.map(({ file }) => file.name) } };
  }

  /** The code that pairs a further plugin; undefined where none is waited for. */
  get code(): string | undefined {
    return ConnectorError.is(this.#bridge) ? undefined : this.#bridge.code;
  }

  get channels(): readonly Channel[] {
    return ConnectorError.is(this.#bridge) ? [] : this.#bridge.channels;
  }

  /** The open file of that key, address or name; the only one where `open` is said. Undefined where it is not open. */
  find(file: string): Channel | undefined {
    return this.channels.length === 0 ? undefined : chooseChannel(this.channels, file, false);
  }

  /**
   * The file to work in.
   *
   * @param file its key, address or name; may be left out where one alone is open
   * @throws ConnectorError that has the pairing code and what to do with it, where none is
   */
  async channel(file: string | undefined, signal: AbortSignal): Promise<Channel> {
    if (ConnectorError.is(this.#bridge)) throw this.#bridge;
    if (this.#bridge.channels.length === 0) await this.#awaitReturn(signal);
    if (this.#bridge.channels.length === 0) throw new ConnectorError("unavailable", pairingWords(this.#bridge));
    try {
      return chooseChannel(this.#bridge.channels, file, true);
    } catch (error) {
      // The file that is meant may be the one whose plugin is not paired yet.
      if (!ConnectorError.is(error) || error.code !== "not_found" || this.#bridge.waiting === 0) throw error;
      throw error.withMessage(`${error.message} ${pairingWords(this.#bridge)}`);
    }
  }

  async close(): Promise<void> {
    if (!ConnectorError.is(this.#bridge)) await this.#bridge.close();
  }

  /** Plugins look for a connector every two seconds. */
  async #awaitReturn(signal: AbortSignal): Promise<void> {
    const until = this.#started + returning;
    if (Date.now() >= until || !(await this.#pairings.any())) return;
    while (Date.now() < until && this.channels.length === 0) await wait(50, undefined, { signal });
  }
}

const notWanted =
  "Open files cannot be reached: the connector was started without it. Start it with --bridge to look at them, with --access write to change them.";
