import { type Distance, makeShop, type StartedPostgres, startDistance, startPostgres } from "@drawbridge/sandbox";
import type { Setup } from "../peers/peer.ts";

/** Milliseconds from a server to its database and back, where it is far. */
const roundTrip = 10;

/** The sandbox's shop database on a PostgreSQL of its own, near and far. */
export interface PostgresSamples {
  /** Starts the PostgreSQL and makes the shop. */
  write(): Promise<void>;
  end(): Promise<void>;
  /** The address of the shop, for a role that may read it. */
  url(setup: Setup): string;
}

export function postgresSamples(): PostgresSamples {
  let postgres: StartedPostgres | undefined;
  let distance: Distance | undefined;
  return {
    async write() {
      postgres = await startPostgres();
      await makeShop(postgres);
      distance = await startDistance(postgres.port, roundTrip / 2);
    },
    async end() {
      await distance?.[Symbol.asyncDispose]();
      await postgres?.[Symbol.asyncDispose]();
    },
    url: (setup) => {
      const port = (setup === "far" ? distance : postgres)?.port;
      return `postgres://reader:sandbox@127.0.0.1:${port}/shop`;
    },
  };
}
