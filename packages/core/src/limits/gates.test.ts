import { describe, expect, it } from "vitest";
import { Gates } from "./gates.ts";

describe("Gates", () => {
  it("lets one principal's calls take no place of another's", () => {
    const gates = new Gates(1, 1000);
    expect(gates.of("alice").tryEnter()).toBe(true);
    expect(gates.of("alice").tryEnter()).toBe(false);
    expect(gates.of("bob").tryEnter()).toBe(true);
  });

  it("forgets whom it has not seen for long, but nobody whose call runs", () => {
    const gates = new Gates(1, 1000);
    gates.of("busy").tryEnter();
    const idle = gates.of("idle");
    for (let count = 0; count < 1000; count += 1) gates.of(`principal ${count}`);
    expect(gates.of("busy").tryEnter()).toBe(false);
    expect(gates.of("idle")).not.toBe(idle);
  });
});
