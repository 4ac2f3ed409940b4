import { describe, expect, it } from "vitest";
import { rate } from "./rate.ts";
import { RateLimit } from "./rate-limit.ts";

describe("a rate limit", () => {
  it("lets so many calls a minute through, and says when the next one may come", async () => {
    const limit = new RateLimit(3);
    for (let call = 0; call < 3; call += 1) await limit.take("anna");
    await expect(limit.take("anna")).rejects.toMatchObject({
      code: "rate_limited",
      retryable: true,
      retryAfter: expect.any(Number),
    });
  });

  it("counts each principal apart", async () => {
    const limit = new RateLimit(1);
    await limit.take("anna");
    await limit.take("berta");
    await expect(limit.take("anna")).rejects.toMatchObject({ code: "rate_limited" });
  });
});

describe("a rate", () => {
  it("is written as calls a minute", () => {
    expect(rate.parse("60/min")).toBe(60);
  });

  it.each(["60", "0/min", "-1/min", "60/s", "many/min", "9999999/min"])("is not %j", (text) => {
    expect(rate.safeParse(text).success).toBe(false);
  });
});
