import * as z from "zod";

/** Where clients find `/mcp`, given with or without it at its end. */
export const mcpUrl = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  if (
    url !== undefined &&
    isWeb &&
    url.search === "" &&
    url.hash === "" &&
    url.username === "" &&
    url.password === ""
  ) {
    return url.origin + (url.pathname === "/" ? "/mcp" : url.pathname.replace(/\/$/, ""));
  }
  context.addIssue({ code: "custom", message: "expected an address, such as https://mcp.example.com/mcp" });
  return z.NEVER;
});
