import { describe, inject, it } from "vitest";
import { urlOn } from "./url-on.ts";

/** A PostgreSQL to test against. */
export interface TestServer {
  readonly label: string;
  /** The address of a database; as `reader` unless another is named. */
  url(database?: string, user?: string): string;
}

/** Describes the same behaviour on every PostgreSQL of this machine, and says which one is missing. */
export function eachServer(name: string, describeIt: (server: TestServer) => void): void {
  for (const { label, port } of inject("servers")) {
    describe(`${name}, on ${label}`, () => {
      describeIt({ label, url: (database = "shop", user = "reader") => urlOn(port, database, user) });
    });
  }
  for (const missing of inject("missingServers"))
    it.skip(`${name}: nothing was seen on ${missing}, which is not installed`);
}
