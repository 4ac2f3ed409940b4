import { ConnectorError } from "../errors/connector-error.ts";

const certificateFault = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|HOSTNAME_MISMATCH|INVALID_CA|ISSUER/;

/**
 * What a caller is told of a failure on the way. Node's error is not kept as the cause: a parse error carries the raw
 * answer, which may hold cookies or tokens.
 */
export function networkError(error: unknown, shown: string): ConnectorError {
  if (ConnectorError.is(error)) return error;
  const { code = "unknown", message = "" } = error as NodeJS.ErrnoException;
  const internal = `${code}: ${message}`;
  if (certificateFault.test(code)) {
    const remedy = "A person who trusts its authority names that in NODE_EXTRA_CA_CERTS.";
    return new ConnectorError("refused", `The certificate of ${shown} is not valid (${code}). ${remedy}`, { internal });
  }
  return new ConnectorError("unavailable", `The connection to ${shown} failed (${code}). Try again.`, { internal });
}
