import api, { propagation, trace } from "@opentelemetry/api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RegisteredSdk } from "../../test/registered-sdk.ts";
import { Redactor } from "../redaction/redactor.ts";
import { parentContext } from "./parent-context.ts";

const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

const parentOf = (meta: Record<string, unknown> | undefined) =>
  trace.getSpanContext(parentContext(api, meta, new Redactor()));

let sdk: RegisteredSdk;
beforeAll(() => {
  sdk = new RegisteredSdk();
});
afterAll(() => sdk.unregister());

describe("parentContext", () => {
  it("reads the trace that the host is in, and what travels with it", () => {
    const context = parentContext(api, { traceparent, tracestate: "a=1,b=2", baggage: "user=alice" }, new Redactor());
    const { traceState, ...parent } = trace.getSpanContext(context) ?? {};
    expect(parent).toEqual({
      traceId: "4bf92f3577b34da6a3ce929d0e0e4736",
      spanId: "00f067aa0ba902b7",
      traceFlags: 1,
      isRemote: true,
    });
    expect(traceState?.serialize()).toBe("a=1,b=2");
    expect(propagation.getBaggage(context)?.getEntry("user")?.value).toBe("alice");
  });

  it.each([
    ["no text", 7],
    ["a list", [traceparent]],
    ["an object", { toString: () => traceparent }],
    ["empty", ""],
    ["cut off", traceparent.slice(0, -1)],
    ["in capital letters", traceparent.toUpperCase()],
    ["all zeros", `00-${"0".repeat(32)}-${"0".repeat(16)}-01`],
    ["of the version that cannot be", traceparent.replace("00-", "ff-")],
    ["endless", traceparent.repeat(10_000)],
  ])("passes over a traceparent that is %s", (_, malformed) => {
    expect(parentOf({ traceparent: malformed })).toBeUndefined();
  });

  it("keeps the parent where only what travels with it is malformed", () => {
    for (const malformed of [7, null, "=,=", "x".repeat(100_000), {}]) {
      expect(parentOf({ traceparent, tracestate: malformed, baggage: malformed })).toMatchObject({
        spanId: "00f067aa0ba902b7",
      });
    }
  });

  it("takes nothing that is not the request's own", () => {
    expect(parentOf(Object.create({ traceparent }))).toBeUndefined();
    expect(parentOf(undefined)).toBeUndefined();
  });

  it("passes over a value with a secret in it, and keeps the others", () => {
    const context = parentContext(api, { traceparent, tracestate: "a=open-sesame" }, new Redactor(["open-sesame"]));
    expect(trace.getSpanContext(context)).toMatchObject({ spanId: "00f067aa0ba902b7" });
    expect(trace.getSpanContext(context)?.traceState?.serialize() ?? "").toBe("");
  });

  it("throws on nothing that a host can send, and takes a parent only in the form of the W3C", () => {
    const value = fc.oneof(fc.json(), fc.string(), fc.constant(traceparent), fc.jsonValue());
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("traceparent", "tracestate", "baggage", "b3"), value), (meta) => {
        const parent = parentOf(meta);
        expect(parent === undefined || /^[0-9a-f]{32} [0-9a-f]{16}$/.test(`${parent.traceId} ${parent.spanId}`)).toBe(
          true,
        );
      }),
    );
  });
});
