import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callOf, operationOf, runtimeOf } from "../../test/call-of.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import { pass } from "./pipeline.ts";

describe("pass", () => {
  it("throws ConnectorError only, whatever a tool throws", async () => {
    const thrown = fc.oneof(
      fc.anything(),
      fc.string().map((text) => new Error(text)),
    );
    await fc.assert(
      fc.asyncProperty(thrown, async (value) => {
        const failing = operationOf(async () => {
          throw value;
        });
        const error = await pass(callOf(failing)).catch((caught: unknown) => caught);
        expect(error).toBeInstanceOf(ConnectorError);
        expect(error).toMatchObject({ code: "internal" });
      }),
    );
  });

  it("answers `internal` for a reply that nothing can carry", async () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const operation = operationOf(async () => ({ kind: "record", record: circular }));
    await expect(pass(callOf(operation, runtimeOf()))).rejects.toMatchObject({ code: "internal" });
  });
});
