import { ConnectorError, type EgressRequest, egressGuard } from "@drawbridge/core";
import type { Addresses } from "./addresses.ts";
import { storageHosts } from "./storage-hosts.ts";

/** `fetch` that reaches one GitHub and where that keeps logs and files, and nothing else, in the shape that Octokit wants. */
export function githubFetch({ rest, web }: Addresses): typeof globalThis.fetch {
  const own = [...new Set([rest, web].map((address) => new URL(address).origin))].map((origin) => new URL(origin));
  const guarded = egressGuard({
    hosts: [...own.map(({ protocol, host, origin }) => (protocol === "http:" ? origin : host)), ...storageHosts],
    // A company's own server stands in its own network.
    allowPrivate: own.map(({ hostname }) => hostname).filter((name) => !/(^|\.)github\.com$/.test(name)),
    maxBytes: 32 << 20,
    timeout: 60_000,
    keepAlive: true,
  });
  return async (input, init = {}) => {
    const { method = "GET", headers, body, redirect, signal } = init;
    if (signal?.aborted) throw signal.reason;
    const request: EgressRequest = {
      method,
      headers: (headers ?? {}) as Record<string, string>,
      ...(body === undefined || body === null ? {} : { body: bodyOf(body) }),
      ...(redirect === undefined ? {} : { redirect }),
      ...(signal === undefined || signal === null ? {} : { signal }),
    };
    return guarded(String(input), request);
  };
}

function bodyOf(body: unknown): string | Uint8Array {
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  throw new ConnectorError("internal", "A request's body is neither text nor bytes.");
}
