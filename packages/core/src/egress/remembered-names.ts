import type { EgressRules } from "./egress-rules.ts";

type Resolve = NonNullable<EgressRules["resolve"]>;

/** Milliseconds. A connection that is kept without a request lasts as long. */
const lasts = 30_000;

const mostNames = 100;

/**
 * Remembers for half a minute what a name resolved to: whoever keeps connections does not look names up before each request that
 * goes over one. Each use is checked all the same.
 */
export function rememberedNames(resolve: Resolve, now: () => number = () => performance.now()): Resolve {
  const found = new Map<string, { readonly addresses: readonly string[]; readonly until: number }>();
  return async (name) => {
    const known = found.get(name);
    if (known !== undefined && known.until > now()) return known.addresses;
    const addresses = await resolve(name);
    if (found.size >= mostNames) found.clear();
    if (addresses.length > 0) found.set(name, { addresses, until: now() + lasts });
    return addresses;
  };
}
