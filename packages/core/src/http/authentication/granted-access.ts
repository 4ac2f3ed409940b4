import type { Access } from "../../effects/access.ts";

const fromHighest: readonly Access[] = ["full", "write", "read"];

/**
 * The most that a token's scopes allow; undefined where they name nothing of ours. They stand in `scope` (RFC 9068) or in
 * `scp`, as some issuers have it; as `mcp:read`, as `drawbridge:read`, or as `read` where an issuer takes no colon.
 */
export function grantedAccess({ scope, scp }: Readonly<Record<string, unknown>>): Access | undefined {
  const scopes = new Set([...scopesIn(scope), ...scopesIn(scp)]);
  return fromHighest.find((access) => ["mcp:", "drawbridge:", ""].some((prefix) => scopes.has(prefix + access)));
}

function scopesIn(claim: unknown): readonly unknown[] {
  if (typeof claim === "string") return claim.split(" ");
  return Array.isArray(claim) ? claim : [];
}
