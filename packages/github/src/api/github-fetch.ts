import { egressGuard } from "@drawbridge/core";
import type { Addresses } from "./addresses.ts";
import type { ApiFetch } from "./api-fetch.ts";
import { storageHosts } from "./storage-hosts.ts";

/** Reaches one GitHub and where that keeps logs and files, and nothing else. */
export function githubFetch({ rest, web }: Addresses): ApiFetch {
  const own = [...new Set([rest, web].map((address) => new URL(address).origin))].map((origin) => new URL(origin));
  return egressGuard({
    hosts: [...own.map(({ protocol, host, origin }) => (protocol === "http:" ? origin : host)), ...storageHosts],
    // A company's own server stands in its own network.
    allowPrivate: own.map(({ hostname }) => hostname).filter((name) => !/(^|\.)github\.com$/.test(name)),
    maxBytes: 32 << 20,
    timeout: 60_000,
    keepAlive: true,
  });
}
