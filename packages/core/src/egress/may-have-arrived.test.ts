import { expect, it } from "vitest";
import { ConnectorError } from "../errors/connector-error.ts";
import { mayHaveArrived } from "./may-have-arrived.ts";

it.each([
  ["unavailable", "The connection to api.example.com broke (ECONNRESET). Try again."],
  ["timeout", "api.example.com took over 120 s."],
  ["refused", "The answer of api.example.com is over 9 bytes. Ask for less."],
] as const)("a request may have arrived that ended as %s: %s", (code, message) => {
  expect(mayHaveArrived(new ConnectorError(code, message))).toBe(true);
});

it.each([
  ["unavailable", "api.example.com cannot be reached (ECONNREFUSED)."],
  ["unavailable", "api.example.com cannot be reached (ENOTFOUND)."],
  ["refused", "Requests to example.org are not allowed."],
  ["cancelled", "The call was cancelled."],
] as const)("a request has not arrived that ended as %s: %s", (code, message) => {
  expect(mayHaveArrived(new ConnectorError(code, message))).toBe(false);
  expect(mayHaveArrived(new Error(message))).toBe(false);
});
