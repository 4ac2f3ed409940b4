import { isIPv6 } from "node:net";
import * as z from "zod";

/** A host's name or address as URLs have it, without a port; an address of IPv6 may stand without its brackets. */
export const hostName = z.string().transform((text, context) => {
  const isAddress = isIPv6(text.replace(/^\[|\]$/g, ""));
  const written = isAddress && !text.startsWith("[") ? `[${text}]` : text;
  // A port that is the scheme's own would be lost on the way through a URL.
  const isName = isAddress || /^[^/@?#*:]+$/.test(text);
  if (isName && URL.canParse(`http://${written}/`)) return new URL(`http://${written}/`).hostname;
  context.addIssue({
    code: "custom",
    message: "expected a host name without scheme and port, such as mcp.example.com",
  });
  return z.NEVER;
});
