import type { SpanContext } from "@opentelemetry/api";
import { describe, expect, it } from "vitest";
import { AskedSpans } from "./asked-spans.ts";

const span = (spanId: string): SpanContext => ({ traceId: "t", spanId, traceFlags: 1 });

describe("AskedSpans", () => {
  it("gives each span once, by the reference of its call", () => {
    const asked = new AskedSpans();
    asked.add("a", span("1"));
    asked.add("b", span("2"));
    expect([asked.take("b"), asked.take("b"), asked.take("c")]).toEqual([span("2"), undefined, undefined]);
    expect(asked.take("a")).toEqual(span("1"));
  });

  it("forgets the oldest of more than a thousand that nobody answers", () => {
    const asked = new AskedSpans();
    for (let count = 0; count <= 1000; count += 1) asked.add(`${count}`, span(`${count}`));
    expect([asked.take("0"), asked.take("1")]).toEqual([undefined, span("1")]);
  });
});
