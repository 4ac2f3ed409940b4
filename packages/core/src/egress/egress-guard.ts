import { ConnectorError } from "../errors/connector-error.ts";
import { admitUrl } from "./admit-url.ts";
import { checkedAddresses } from "./checked-addresses.ts";
import { EgressAnswer } from "./egress-answer.ts";
import { EgressPolicy } from "./egress-policy.ts";
import type { EgressRequest } from "./egress-request.ts";
import type { EgressRules } from "./egress-rules.ts";
import { firstHop } from "./first-hop.ts";
import { nextHop } from "./next-hop.ts";
import { sendHop } from "./send-hop.ts";
import { TimeBound } from "./time-bound.ts";

const mostRedirects = 5;

/** `fetch` within what a person allowed. Read the answer to its end or cancel it; else the time limit does. */
export type EgressFetch = (url: string | URL, request?: EgressRequest) => Promise<EgressAnswer>;

/**
 * A `fetch` that reaches the allowed hosts and nothing else, by addresses that were checked before connecting, within
 * bounds of size and time; each redirect is checked like the request itself.
 *
 * @throws ConnectorError `refused` for what the rules do not allow, `timeout`, `cancelled`, `unavailable` where the
 * network fails, `invalid_input` for a request or rules that cannot be meant. Failures of a body come while reading it.
 */
export function egressGuard(rules: EgressRules): EgressFetch {
  const policy = new EgressPolicy(rules);
  return async (url, request = {}) => {
    const time = new TimeBound(policy.timeout, request.signal);
    try {
      return await follow(policy, url, request, time);
    } catch (error) {
      time.release();
      throw error;
    }
  };
}

async function follow(
  policy: EgressPolicy,
  url: string | URL,
  request: EgressRequest,
  time: TimeBound,
): Promise<EgressAnswer> {
  const { hosts, maxBytes, ca, connections } = policy;
  let hop = firstHop(url, request);
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const destination = admitUrl(hop.url, hosts);
    const addresses = await time.race(() => checkedAddresses(destination, policy));
    const message = await sendHop(hop, { destination, addresses, ca, connections, time });
    try {
      const answer = { status: message.statusCode ?? 0, location: message.headers.location };
      const next = nextHop(hop, answer, request.redirect);
      if (next === undefined) return new EgressAnswer(message, hop, { maxBytes, shown: destination.shown, time });
      message.destroy();
      hop = next;
    } catch (error) {
      message.destroy();
      throw error;
    }
  }
  throw new ConnectorError(
    "refused",
    `${hop.url.hostname} is the end of over ${mostRedirects} redirects. None more is followed.`,
  );
}
