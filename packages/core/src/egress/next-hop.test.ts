import { describe, expect, it } from "vitest";
import { nextHop } from "./next-hop.ts";

const hop = (method = "GET", body?: string) => ({
  url: new URL("https://a.example/x/y"),
  method,
  headers: new Map(
    Object.entries({
      accept: "text/plain",
      "content-type": "text/plain",
      authorization: "Bearer sesame",
      cookie: "sesame",
      "x-figma-token": "sesame",
    }),
  ),
  body,
});
const to = (location: string, status = 302) => ({ status, location });

describe("nextHop", () => {
  it("takes a place relative to the URL, with the headers as they were", () => {
    const next = nextHop(hop(), to("../z"));
    expect(next?.url.href).toBe("https://a.example/z");
    expect(next?.headers.get("authorization")).toBe("Bearer sesame");
  });

  it.each(["https://b.example/", "//b.example/", "https://a.example:8443/", "http://a.example/"])(
    "takes no credential to %s, of whatever name",
    (location) => {
      const headers = [...(nextHop(hop(), to(location))?.headers.keys() ?? [])];
      expect(headers).toEqual(["accept", "content-type"]);
    },
  );

  it("leaves the headers of the request before as they are", () => {
    const before = hop();
    nextHop(before, to("https://b.example/"));
    expect(before.headers.get("authorization")).toBe("Bearer sesame");
  });

  it.each([
    [301, "POST", "GET"],
    [302, "POST", "GET"],
    [303, "POST", "GET"],
    [303, "PUT", "GET"],
    [303, "HEAD", "HEAD"],
    [302, "PUT", "PUT"],
    [307, "POST", "POST"],
    [308, "DELETE", "DELETE"],
  ])("goes on from %d of %s with %s", (status, method, then) => {
    const next = nextHop(hop(method, method === "HEAD" ? undefined : "b"), to("/", status));
    expect(next?.method).toBe(then);
    if (then === "GET") expect([next?.body, next?.headers.has("content-type")]).toEqual([undefined, false]);
  });

  it.each([200, 300, 304, 305, 404])("takes %d for the answer", (status) => {
    expect(nextHop(hop(), to("/", status))).toBeUndefined();
  });

  it("takes a redirect without a place for the answer", () => {
    expect(nextHop(hop(), { status: 302, location: undefined })).toBeUndefined();
  });

  it("refuses a place that is no URL without repeating it", () => {
    expect(() => nextHop(hop(), to("https://sesame:x:y"))).toThrow(/^a\.example redirects to something(?!.*sesame)/);
  });

  it("hands a redirect to a caller who wants it, and refuses it to one who wants none", () => {
    expect(nextHop(hop(), to("/"), "manual")).toBeUndefined();
    expect(() => nextHop(hop(), to("/"), "error")).toThrow(expect.objectContaining({ code: "refused" }));
  });
});
