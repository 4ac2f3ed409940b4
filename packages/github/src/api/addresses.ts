import { UsageError } from "@drawbridge/core";

/** Where one GitHub answers: github.com, an Enterprise Server, or a company's own name under ghe.com. */
export interface Addresses {
  readonly rest: string;
  readonly graphql: string;
  /** What people open in a browser. */
  readonly web: string;
}

/**
 * @param host a name as people know it (`github.com`, `github.acme.example`, `acme.ghe.com`), or the URL of a REST API, as
 * Actions gives it in GITHUB_API_URL
 * @throws UsageError for what is neither
 */
export function addressesOf(host: string): Addresses {
  const url = parse(host);
  const { origin, hostname } = url;
  if (hostname === "github.com" || hostname === "api.github.com") {
    return { rest: "https://api.github.com", graphql: "https://api.github.com/graphql", web: "https://github.com" };
  }
  if (hostname.endsWith(".ghe.com")) {
    const name = hostname.replace(/^api\./, "");
    return { rest: `https://api.${name}`, graphql: `https://api.${name}/graphql`, web: `https://${name}` };
  }
  // A stand on this machine has its API where a server has its pages.
  if (url.protocol === "http:") return { rest: origin, graphql: `${origin}/graphql`, web: origin };
  return { rest: `${origin}/api/v3`, graphql: `${origin}/api/graphql`, web: origin };
}

function parse(host: string): URL {
  const text = host.includes("://") ? host : `https://${host}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLoopback = url !== undefined && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  const isPlain =
    url !== undefined && url.username === "" && url.password === "" && /^(\/api\/v3)?\/*$/.test(url.pathname);
  const isSafe = url !== undefined && (url.protocol === "https:" || (url.protocol === "http:" && isLoopback));
  if (url !== undefined && isPlain && isSafe && url.search + url.hash === "") return url;
  // What stands before an @ may be a password.
  const shown = host.includes("@") ? "" : ` ${JSON.stringify(host)}`;
  throw new UsageError(
    `--host${shown}: expected a host name such as github.acme.example, or a URL that ends in /api/v3`,
  );
}
