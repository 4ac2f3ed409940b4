import { figmaKeys } from "@drawbridge/sandbox";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { answered, ServedFigma } from "./stand/served-figma.ts";

const served = await ServedFigma.start();
const { stand } = served;
afterAll(() => served[Symbol.asyncDispose]());
beforeEach(() => void served.asked());

const { shop, starter } = figmaKeys;
const render = { file: shop, nodes: ["1:2"] };
const images = /^\/v1\/images\//;
const sentTo = (path: RegExp) => served.asked().filter((request) => path.test(request.split(" ")[1] ?? ""));

describe("a limit that is reached", () => {
  it("is waited for where it is near, and the host is told", async () => {
    const host = await served.open({ token: stand.issue({ login: "ada", seat: "full" }) });
    stand.disturb({ path: images, retryAfter: 1 });
    const told: (string | undefined)[] = [];
    await answered(host.callTool("figma_render", render, { onProgress: ({ message }) => told.push(message) }));
    expect(told).toContain("Figma wants us to wait 1 seconds");
    expect(sentTo(images).length).toBe(2);
  });

  it("fails at once where it is far, with the date, and Figma is not asked again", async () => {
    const token = stand.issue({ login: "ada", seat: "full" });
    const host = await served.open({ token });
    stand.disturb({ path: images, retryAfter: 396_749, plan: "pro", type: "low" });
    const before = Date.now();
    const answer = await host.callTool("figma_render", render);
    expect(answer.isError).toBe(true);
    expect(answer.meta.retryAfter).toBe(396_749);
    const [time] = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/.exec(answer.text) ?? [];
    expect(Math.abs(Date.parse(time ?? "") - before - 396_749_000)).toBeLessThan(60_000);
    expect(answer.text).toContain("4.6 days");
    expect(answer.text).toContain("View or Collab seat");
    // Another process with the same token knows it too.
    const other = await served.open({ token });
    expect((await other.callTool("figma_render", render)).isError).toBe(true);
    expect(sentTo(images).length).toBe(1);
    // Of other files, and with other tokens, nothing is known.
    await answered(host.callTool("figma_render", { file: figmaKeys.branch, nodes: ["1:2"] }));
    await answered((await served.open()).callTool("figma_render", render));
  });

  it("is explained by the Starter plan where the file lies in one", async () => {
    const host = await served.open({ token: stand.issue({ login: "ada", seat: "full" }) });
    for (let call = 0; call < 6; call++) await answered(host.callTool("figma_render", { ...render, file: starter }));
    const answer = await host.callTool("figma_render", { ...render, file: starter });
    expect([answer.isError, answer.text]).toEqual([true, expect.stringMatching(/Starter plan.*\.fig/)]);
  });

  it("is known from its time alone where Figma says no more", async () => {
    const host = await served.open({ token: stand.issue({ login: "ada", seat: "full" }) });
    stand.disturb({ path: images, status: 429, retryAfter: 40, plan: "enterprise", type: "high" });
    const answer = await host.callTool("figma_render", render);
    expect([answer.isError, answer.meta.retryAfter]).toEqual([true, 40]);
  });
});

describe("figma_quota", () => {
  it("counts by tier, over all processes with the token, and asks Figma nothing", async () => {
    const token = stand.issue({ login: "ada", seat: "full" });
    const [one, other] = [await served.open({ token }), await served.open({ token })];
    const { meta } = await answered(one.callTool("figma_render", render));
    expect(meta.tier1_requests).toBe(1);
    await answered(other.callTool("figma_versions", { file: shop }));
    served.asked();
    const { structured } = await answered(one.callTool("figma_quota"));
    expect(structured).toMatchObject({
      has_token: true,
      tiers: [
        { tier: 1, last_minute: 1, last_30_days: 1 },
        { tier: 2, last_30_days: 1 },
        { tier: 3, last_30_days: 0 },
      ],
      reached: [],
    });
    expect(served.asked()).toEqual([]);
  });

  it("tells what is left once Figma has told the plan and the seat", async () => {
    const host = await served.open({ token: stand.issue({ login: "ada", seat: "view" }) });
    stand.disturb({ path: images, retryAfter: 9000, plan: "org", type: "low" });
    await host.callTool("figma_render", render);
    const { structured } = await answered(host.callTool("figma_quota"));
    expect(structured).toMatchObject({
      ...{ plan: "org", seat: "View or Collab" },
      tiers: [{ limit: "6 a month", left: 0 }, { limit: "5 a minute", left: 5 }, { limit: "10 a minute" }],
      reached: [{ tier: 1, seconds: expect.any(Number), plan: "org" }],
    });
  });

  it("works without a token", async () => {
    const host = await served.open({ token: null });
    const { structured } = await answered(host.callTool("figma_quota"));
    expect(structured).toMatchObject({ has_token: false, reached: [] });
  });
});

it("asks as Figma's own description has it", () => {
  expect(stand.violations).toEqual([]);
});
