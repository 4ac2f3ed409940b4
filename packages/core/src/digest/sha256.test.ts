import { expect, it } from "vitest";
import { sha256 } from "./sha256.ts";

it("gives the digest that FIPS 180-4 gives for its example", () => {
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

it("reads a text as its UTF-8 bytes", () => {
  expect(sha256("é")).toBe(sha256(new Uint8Array([0xc3, 0xa9])));
});
