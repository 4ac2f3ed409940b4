import { type EgressFetch, egressGuard } from "../../egress/egress-guard.ts";

const maxBytes = 256 << 10;

/** Milliseconds for one document. */
const timeout = 5000;

interface Answer {
  readonly status: number;
  /** Undefined for what is not JSON, or does not come with status 200. */
  readonly document: unknown;
}

/**
 * Reads JSON documents of an issuer, bounded in time and size. Its host may be private, since the person named it; where
 * it keeps its keys on another, that one was named by nobody and has to be public.
 */
export class IssuerReader {
  readonly #issuer: URL;

  constructor(issuer: URL) {
    this.#issuer = issuer;
  }

  /** Redirects are not followed. @throws ConnectorError where the host is not reached, or may not be */
  async read(address: URL, signal?: AbortSignal): Promise<Answer> {
    const answer = await this.#fetch(address)(address, {
      headers: { accept: "application/json" },
      redirect: "manual",
      ...(signal === undefined ? {} : { signal }),
    });
    const { status } = answer;
    if (status === 200) return { status, document: parse(await answer.text()) };
    answer.cancel();
    return { status, document: undefined };
  }

  #fetch({ origin, hostname }: URL): EgressFetch {
    const allowPrivate = hostname === this.#issuer.hostname ? [hostname] : [];
    return egressGuard({ hosts: [origin], allowPrivate, maxBytes, timeout });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
