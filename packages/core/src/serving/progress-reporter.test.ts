import type { ServerContext } from "@modelcontextprotocol/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { progressReporter } from "./progress-reporter.ts";

interface Sent {
  readonly params: { readonly progress: number; readonly total?: number; readonly message?: string };
}

let sent: Sent["params"][];

function reporter(progressToken: string | undefined = "token", delivery = async () => {}) {
  sent = [];
  const notify = ({ params }: Sent) => {
    sent.push(params);
    return delivery();
  };
  return progressReporter({ mcpReq: { _meta: { progressToken }, notify } } as unknown as ServerContext);
}

describe("progressReporter", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
  afterEach(() => void vi.useRealTimers());

  it("sends what a tool says, under the host's token", () => {
    reporter()(1, 10, "first");
    expect(sent).toEqual([{ progressToken: "token", progress: 1, total: 10, message: "first" }]);
  });

  it("sends at most ten times a second", () => {
    const report = reporter();
    for (let done = 1; done <= 1000; done += 1) {
      report(done, 5000);
      vi.advanceTimersByTime(1);
    }
    expect(sent).toHaveLength(10);
  });

  it("sends the end at once", () => {
    const report = reporter();
    report(1, 2);
    report(2, 2);
    expect(sent.map(({ progress }) => progress)).toEqual([1, 2]);
  });

  it("never goes backwards, and never says the same twice", () => {
    const report = reporter();
    for (const done of [5, 3, 5, 6]) {
      report(done);
      vi.advanceTimersByTime(200);
    }
    expect(sent.map(({ progress }) => progress)).toEqual([5, 6]);
  });

  it("sends nothing to a host that did not ask", () => {
    sent = [];
    const notify = ({ params }: Sent) => void sent.push(params);
    progressReporter({ mcpReq: { notify } } as unknown as ServerContext)(1, 2);
    expect(sent).toEqual([]);
  });

  it("does not fail a call because the host is gone", async () => {
    const report = reporter("token", async () => {
      throw new Error("closed");
    });
    expect(() => report(1)).not.toThrow();
    await new Promise((resolve) => setImmediate(resolve));
  });
});
