import { describe, expect, it } from "vitest";
import { grantedAccess } from "./granted-access.ts";

describe("grantedAccess", () => {
  it.each([
    [{ scope: "mcp:read" }, "read"],
    [{ scope: "openid drawbridge:write profile" }, "write"],
    [{ scope: "full" }, "full"],
    [{ scp: ["mcp:read", "mcp:full"] }, "full"],
    [{ scp: "read write" }, "write"],
    [{ scope: "mcp:read", scp: ["mcp:write"] }, "write"],
  ])("reads %j as %s", (claims, access) => {
    expect(grantedAccess(claims)).toBe(access);
  });

  it.each([
    {},
    { scope: "" },
    { scope: "openid email" },
    { scope: "MCP:READ" },
    { scope: "mcp:reader" },
    { scope: "xmcp:read" },
    { scope: "mcp:read,mcp:write" },
    { scope: "mcp:read\tmcp:write" },
    { scope: { "mcp:full": true } },
    { scp: [["mcp:full"]] },
    { scp: 1 },
    { scopes: "mcp:full" },
  ])("finds nothing granted in %j", (claims) => {
    expect(grantedAccess(claims)).toBeUndefined();
  });
});
