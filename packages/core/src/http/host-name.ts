import * as z from "zod";

/** A host's name or address as URLs have it, without a port; an address of IPv6 may stand without its brackets. */
export const hostName = z.string().transform((text, context) => {
  const bracketed = /^[\da-f:.]*:[\da-f:.]*:[\da-f:.]*$/i.test(text) ? `[${text}]` : text;
  const url = URL.canParse(`http://${bracketed}/`) ? new URL(`http://${bracketed}/`) : undefined;
  if (url !== undefined && url.host === url.hostname && /^[^/@?#*]+$/.test(text)) return url.hostname;
  context.addIssue({
    code: "custom",
    message: "expected a host name without scheme and port, such as mcp.example.com",
  });
  return z.NEVER;
});
