import { ConnectorError } from "../../errors/connector-error.ts";
import type { Authentication } from "./authentication.ts";
import type { Caller } from "./caller.ts";
import type { Challenge } from "./challenge.ts";
import { Challenges } from "./challenges.ts";
import { grantedAccess } from "./granted-access.ts";
import { IssuerKeys } from "./issuer-keys.ts";
import type { OAuthOptions } from "./oauth-options.ts";
import { readBearerToken } from "./read-bearer-token.ts";
import { readIdentifierUrl } from "./read-identifier-url.ts";
import { TokenFault } from "./token-fault.ts";
import type { TokenRules } from "./token-rules.ts";
import { usefulScopes } from "./useful-scopes.ts";
import { verifyAccessToken } from "./verify-access-token.ts";

const wellKnown = "/.well-known/oauth-protected-resource";

/**
 * The server as an OAuth 2.1 resource server: it checks the access tokens of one issuer, and issues none. Nothing is
 * asked of the issuer before the first token comes, so that it may start later than the server.
 *
 * @throws UsageError for URLs that tokens cannot be bound to
 */
export function openOAuthAuthentication(options: OAuthOptions): Authentication {
  const { issuer, resource, aliases = [], log } = options;
  readIdentifierUrl("--oauth-issuer", issuer);
  const audiences = options.audience === undefined ? [resource, ...aliases] : [options.audience];
  const rules = { issuer, audiences, key: new IssuerKeys(issuer, log).find };
  const others = new Map(aliases.map((alias) => [new URL(alias).hostname, authenticationAt(alias, rules, options)]));
  const authentication = authenticationAt(resource, rules, options);
  return others.size === 0 ? authentication : { ...authentication, at: (host) => others.get(host) };
}

function authenticationAt(resource: string, rules: TokenRules, { issuer, access, name }: OAuthOptions): Authentication {
  const place = readIdentifierUrl("--public-url", resource);
  const scopes = usefulScopes(access);
  // Beside the resource: a proxy that puts a path before the server sends it what is below that path alone.
  const challenges = new Challenges({ resource_metadata: new URL(`.${wellKnown}/mcp`, place).href });
  return {
    authenticate: async (authorization) => {
      const { token, fault } = readBearerToken(authorization);
      if (fault !== undefined) return challenges.invalid(fault);
      if (token !== undefined) return admit(token, rules, challenges);
      return challenges.missing(
        `This server needs an access token of ${issuer}. Let the client sign in there.`,
        scopes.join(" "),
      );
    },
    insufficient: (needed) => challenges.insufficient(needed),
    metadata: {
      // A proxy hands on the standard's own place with the whole path, and what it serves below one without it.
      paths: [...new Set([wellKnown, `${wellKnown}/mcp`, `${wellKnown}${place.pathname}`])],
      document: {
        resource,
        authorization_servers: [issuer],
        scopes_supported: scopes,
        bearer_methods_supported: ["header"],
        ...(name === undefined ? {} : { resource_name: name }),
      },
    },
  };
}

async function admit(token: string, rules: TokenRules, challenges: Challenges): Promise<Caller | Challenge> {
  try {
    const { subject, claims } = await verifyAccessToken(token, rules);
    const access = grantedAccess(claims);
    // An issuer's name has no #, so that no other issuer and subject come out the same.
    if (access === undefined) return challenges.insufficient("read");
    return { principal: `${rules.issuer}#${subject}`, access, expires: claims.exp };
  } catch (error) {
    if (error instanceof TokenFault) return challenges.invalid(error.message);
    if (!ConnectorError.is(error)) throw error;
    return { status: 503, challenge: undefined, message: error.message, retryAfter: error.retryAfter ?? 1 };
  }
}
