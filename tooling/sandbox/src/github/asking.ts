import type { StartedGithub } from "./start-github.ts";

interface Asked {
  /** ada's without it; the empty one is nobody's. */
  readonly token?: string;
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a stand answered. */
export interface Told {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers are read field by field
  readonly body: any;
}

/** A request to a stand, as a test makes it. */
export type Asking = (path: string, asked?: Asked) => Promise<Told>;

/** Asks a stand as a client does. */
export function asking(github: StartedGithub): Asking {
  return async (path, { token = github.token("ada"), method = "GET", body, headers } = {}) => {
    const answered = await fetch(`${github.url}${path}`, {
      method,
      redirect: "manual",
      headers: { ...(token === "" ? {} : { authorization: `Bearer ${token}` }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answered.text();
    const isJson = answered.headers.get("content-type")?.includes("json") && text !== "";
    return { status: answered.status, headers: answered.headers, body: isJson ? JSON.parse(text) : text };
  };
}
