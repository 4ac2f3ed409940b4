import { describe, expect, it } from "vitest";
import { flushProvider } from "./flush-provider.ts";

class Provider {
  flushed = 0;

  async forceFlush(): Promise<void> {
    this.flushed += 1;
  }
}

describe("flushProvider", () => {
  it("flushes a provider, also one behind the API's proxy", async () => {
    const provider = new Provider();
    await flushProvider(provider);
    await flushProvider({ getDelegate: () => provider });
    expect(provider.flushed).toBe(2);
  });

  it("leaves one that holds nothing", async () => {
    await expect(flushProvider({})).resolves.toBeUndefined();
  });
});
