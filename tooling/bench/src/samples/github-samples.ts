import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Distance, startDistance } from "@drawbridge/sandbox";
import { BenchFailure } from "../bench-failure.ts";
import type { Setup } from "../peers/peer.ts";

/** Milliseconds from a server to GitHub and back, where it is far. From a desk to the real one it is more. */
const roundTrip = 10;

/** The sandbox's GitHub, recorded, in a process of its own, near and far. */
export interface GithubSamples {
  write(): Promise<void>;
  end(): Promise<void>;
  /** The address of its REST API. */
  url(setup: Setup): string;
  /** That of somebody who may write to the repository. */
  token(): string;
  /** The sha of a commit that has the file which is read. */
  commit(): string;
  /** Requests that GitHub would have counted, of all servers together. */
  spent(): Promise<number>;
}

export function githubSamples(): GithubSamples {
  let child: ChildProcess | undefined;
  let distance: Distance | undefined;
  let found = { port: 0, token: "", commit: "" };
  return {
    async write() {
      child = fork(fileURLToPath(new URL("../github/serve-recorded.js", import.meta.url)));
      const ended = once(child, "exit").then(() => {
        throw new BenchFailure("the GitHub of the suite ended before it listened");
      });
      [found] = (await Promise.race([once(child, "message"), ended])) as [typeof found];
      distance = await startDistance(found.port, roundTrip / 2);
    },
    async end() {
      await distance?.[Symbol.asyncDispose]();
      child?.disconnect();
    },
    url: (setup) => {
      const isFar = setup === "far" || setup === "writing far" || setup === "remembering";
      return `http://127.0.0.1:${(isFar ? distance : found)?.port}`;
    },
    token: () => found.token,
    commit: () => found.commit,
    spent: async () => Number(await (await fetch(`http://127.0.0.1:${found.port}/spent`)).text()),
  };
}
