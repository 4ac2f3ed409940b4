import { checkText } from "../checks/check-text.ts";
import { HttpClient } from "../http-client.ts";
import { HttpProcess } from "../http-process.ts";
import { echoedText } from "../peers/echo-peer.ts";
import type { Peer } from "../peers/peer.ts";
import type { Measure } from "./measure.ts";
import { residentBytes } from "./resident-bytes.ts";

const warmUp = 4000;

interface HttpLoad {
  readonly folder: string;
  readonly connections: number;
  /** By the peer's name. */
  readonly ports: Readonly<Record<string, number>>;
}

interface Loaded {
  readonly server: HttpProcess;
  /** Calls the echo so often over all connections; gives the milliseconds of each call, and of all. */
  load(times: number): Promise<{ readonly each: readonly number[]; readonly whole: number }>;
  stop(): Promise<void>;
}

/** Calls a second over so many connections, none of which is ever idle. */
export function httpThroughput(name: string, load: HttpLoad, times: number): Measure {
  return measure(name, load, async ({ load: call }) => [(times * 1000) / (await call(times)).whole]);
}

/** Milliseconds of each call under the same load. */
export function httpCallTime(name: string, load: HttpLoad, times: number): Measure {
  return measure(name, load, async ({ load: call }) => (await call(times)).each);
}

/** Bytes by which memory grows from the first fifth of so many calls to their end. */
export function httpGrowth(name: string, load: HttpLoad, times: number): Measure {
  const grown = measure(name, load, async ({ server, load: call }) => {
    await call(times / 5);
    const before = await residentBytes(server.pid);
    await call((times * 4) / 5);
    const after = await residentBytes(server.pid);
    return before === undefined || after === undefined ? [] : [Math.max(0, after - before)];
  });
  return { ...grown, mostRounds: 1 };
}

function measure(name: string, load: HttpLoad, round: (loaded: Loaded) => Promise<readonly number[]>): Measure {
  return {
    name,
    includes: (peer) => load.ports[peer.name] !== undefined,
    async enter(peer) {
      const loaded = await start(peer, load);
      await loaded.load(warmUp);
      return { round: () => round(loaded), leave: () => loaded.stop() };
    },
  };
}

async function start(peer: Peer, { folder, connections, ports }: HttpLoad): Promise<Loaded> {
  const port = ports[peer.name] ?? 0;
  const server = await HttpProcess.start(peer.name, peer.arguments("usual"), port, folder);
  const client = new HttpClient(port, connections);
  async function load(times: number) {
    const each: number[] = [];
    let begun = 0;
    const began = performance.now();
    const lane = async () => {
      while (begun < times) {
        begun += 1;
        const sent = performance.now();
        const body = await client.call("echo_text", { text: echoedText });
        each.push(performance.now() - sent);
        if (begun % 100 === 0) checkText([textIn(body)], echoedText);
      }
    };
    await Promise.all(Array.from({ length: connections }, lane));
    return { each, whole: performance.now() - began };
  }
  return {
    server,
    load,
    async stop() {
      client.close();
      await server.stop();
    },
  };
}

function textIn(body: string): string {
  const { result } = JSON.parse(body) as { readonly result?: { readonly content?: ReadonlyArray<{ text?: string }> } };
  return result?.content?.[0]?.text ?? "";
}
