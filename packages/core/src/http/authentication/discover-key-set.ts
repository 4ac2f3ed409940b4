import { ConnectorError } from "../../errors/connector-error.ts";
import type { IssuerReader } from "./issuer-reader.ts";
import { metadataAddresses } from "./metadata-addresses.ts";

/** Milliseconds for all of the places together. */
const patience = 10_000;

/** Of a name that is repeated in the log. */
const longestName = 200;

/**
 * Where an issuer publishes its keys, by its own metadata. A document that does not name the issuer exactly as the person
 * did is another's (RFC 8414, section 3.3).
 *
 * A place that is silent or too large may be another's: the next is looked at, as long as there is time.
 *
 * @throws ConnectorError saying what was found in each place instead
 */
export async function discoverKeySet(issuer: string, reader: IssuerReader): Promise<URL> {
  const signal = AbortSignal.timeout(patience);
  const found: string[] = [];
  const failures: ConnectorError[] = [];
  for (const address of metadataAddresses(new URL(issuer))) {
    const answer = await reader.read(address, signal).catch(asFailure);
    if (ConnectorError.is(answer)) {
      failures.push(answer);
      found.push(`${address.pathname}: ${answer.message}`);
      continue;
    }
    const { status, document } = answer;
    const { issuer: named, jwks_uri: keySet } = (document ?? {}) as Readonly<Record<string, unknown>>;
    if (named === issuer && typeof keySet === "string" && URL.canParse(keySet)) {
      return encrypted(new URL(keySet), new URL(issuer));
    }
    found.push(`${address.pathname} ${describe(status, named, issuer)}`);
  }
  const [first] = failures;
  // Nothing is known of how it names itself.
  if (first !== undefined && failures.length === found.length) throw first;
  const remedy = "Write --oauth-issuer exactly as the issuer names itself, the slash at its end too.";
  throw new ConnectorError("unavailable", `${issuer} is not usable: ${found.join("; ")}. ${remedy}`);
}

function asFailure(error: unknown): ConnectorError {
  if (ConnectorError.is(error)) return error;
  throw error;
}

function describe(status: number, named: unknown, issuer: string): string {
  if (status !== 200) return `has status ${status}`;
  if (typeof named !== "string") return "is no metadata";
  return named === issuer ? "names no keys (jwks_uri)" : `is of ${JSON.stringify(named.slice(0, longestName))}`;
}

/** Unencrypted only where the issuer itself is, which then is on this machine. */
function encrypted(keySet: URL, { protocol, hostname }: URL): URL {
  if (keySet.protocol === "https:" || (keySet.protocol === protocol && keySet.hostname === hostname)) return keySet;
  throw new ConnectorError("refused", `The keys lie at ${keySet.origin}, without encryption. They are not read.`);
}
