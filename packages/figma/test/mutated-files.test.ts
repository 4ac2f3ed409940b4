import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { ConnectorError } from "@drawbridge/core";
import { figFile, sprout } from "@drawbridge/sandbox";
import fc from "fast-check";
import { parseFig } from "openfig-core";
import { afterAll, describe, expect, it } from "vitest";
import { documentOf } from "../src/fig/parsing/document-of.ts";
import { readCanvas } from "../src/fig/parsing/read-canvas.ts";
import { readFigFile } from "../src/fig/read-fig-file.ts";

const folder = mkdtempSync(join(tmpdir(), "mutated-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

const whole = figFile(sprout());
const [schema = new Uint8Array(), packed = new Uint8Array()] = parseFig(whole).rawChunks;
const message = inflateRawSync(packed);

/** Where bytes are changed, as parts of the length, and to what; and how much is cut from the end. */
const mutation = fc.record({
  changes: fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)), {
    minLength: 1,
    maxLength: 8,
  }),
  kept: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true })),
});

function mutated(bytes: Uint8Array, { changes, kept }: { changes: [number, number][]; kept: number }): Uint8Array {
  const copy = Uint8Array.from(bytes.subarray(0, Math.ceil(bytes.length * kept)));
  for (const [at, value] of changes) copy[Math.floor(at * copy.length)] = value;
  return copy;
}

function canvas(body: Uint8Array): Uint8Array {
  const parts = [schema, deflateRawSync(body)].flatMap((chunk) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(chunk.length);
    return [length, chunk];
  });
  return Buffer.concat([Buffer.from("fig-kiwi"), Buffer.from([106, 0, 0, 0]), ...parts]);
}

describe("a file with bytes changed anywhere", () => {
  it("is told as a document that JSON can write, or as broken", () => {
    fc.assert(
      fc.property(mutation, (change) => {
        let drawing: ReturnType<typeof documentOf>;
        try {
          drawing = documentOf(readCanvas(canvas(mutated(message, change))), false);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          return;
        }
        const again = JSON.parse(JSON.stringify(drawing));
        expect(again.document.type).toBe("DOCUMENT");
        // A number that JSON has no word for would have become null.
        expect(JSON.stringify(again)).not.toMatch(/"(x|y|width|height|r|g|b|a|opacity)":null/);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it("never ends the process that serves, which hears what is wrong", async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async (change) => {
        const path = join(folder, "mutated.fig");
        writeFileSync(path, mutated(whole, change));
        const read = await readFigFile(path, AbortSignal.timeout(60_000)).catch((error: unknown) => error);
        if (read instanceof Error)
          expect(ConnectorError.is(read) && ["invalid_input", "refused"].includes(read.code)).toBe(true);
        else expect(read).toMatchObject({ source: "fig", document: { type: "DOCUMENT" } });
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
