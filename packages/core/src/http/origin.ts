import * as z from "zod";

/** A web page's origin as browsers send it: scheme, host, and the port where it is not the scheme's own. */
export const origin = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  if (isWeb && url?.pathname === "/" && url.search === "" && url.hash === "" && url.username === "") return url.origin;
  context.addIssue({ code: "custom", message: "expected an origin, such as https://app.example.com" });
  return z.NEVER;
});
