/** Whether a text can be sent as a bearer token at all: `b64token` of RFC 6750, section 2.1. */
export function isBearerToken(text: string): boolean {
  return /^[A-Za-z0-9\-._~+/]+=*$/.test(text);
}
