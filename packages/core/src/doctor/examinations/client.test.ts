import { describe, expect, it } from "vitest";
import * as z from "zod";
import { findingsOf } from "../../../test/findings-of.ts";
import { Shelf, shelfConnector } from "../../../test/shelf.ts";
import type { Connector } from "../../define/connector.ts";
import { DefinitionsError } from "../../definitions/definitions-error.ts";
import { ConnectorError } from "../../errors/connector-error.ts";
import { option } from "../../options/option.ts";
import { UsageError } from "../../options/usage-error.ts";
import { client } from "./client.ts";

const shelf = shelfConnector(new Shelf()) as never as Connector;

const failing = (error: Error, argv: readonly string[] = []) => {
  const open = async () => {
    throw error;
  };
  return findingsOf(client, { connector: { ...shelf, open }, argv });
};

describe("client", () => {
  it("opens the system, checks it and closes it", async () => {
    const closed: unknown[] = [];
    const connector: Connector = { ...shelf, close: async (opened) => void closed.push(opened) };
    expect(await findingsOf(client, { connector })).toMatchObject([
      { level: "ok", title: expect.stringMatching(/^Shelf: opened and checked in \d+ ms$/), detail: '{"notes":1}' },
    ]);
    expect(closed).toHaveLength(1);
  });

  it("checks the system whatever --tools says", async () => {
    expect(await findingsOf(client, { argv: ["--tools", "no_such"] })).toMatchObject([{ level: "ok" }]);
  });

  it.each([
    [new ConnectorError("unauthorized", "the key does not fit"), "the key does not fit", "Set DRAWBRIDGE_KEY"],
    [new ConnectorError("unavailable", "the door is shut"), "the door is shut", "can be reached from here"],
    [new DefinitionsError("its definitions are others"), "its definitions are others", "anew"],
    [new TypeError("x is not a function"), "x is not a function", "--check"],
  ])("tells of a failure and what to do: %s", async (error, words, remedy) => {
    expect(await failing(error)).toMatchObject([
      { level: "problem", title: expect.stringContaining(words), remedy: expect.stringContaining(remedy) },
    ]);
  });

  it("tells what the connector finds wrong with its options", async () => {
    const verify = async () => {
      throw new UsageError("the board is missing");
    };
    expect(await findingsOf(client, { connector: { ...shelf, verify } })).toMatchObject([
      {
        level: "problem",
        title: "Shelf cannot be used: the board is missing",
        remedy: expect.stringContaining("Correct"),
      },
    ]);
  });

  it("tells the person at the terminal what callers are not told", async () => {
    const error = new ConnectorError("unavailable", "The shelf is away.", { internal: "ECONNREFUSED 127.0.0.1:9" });
    expect(await failing(error)).toMatchObject([{ detail: "ECONNREFUSED 127.0.0.1:9" }]);
  });

  it("ends the wait for a system that never answers", async () => {
    const connector: Connector = { ...shelf, check: () => new Promise<never>(() => {}) };
    expect(await findingsOf(client, { connector, argv: ["--timeout", "5ms"] })).toMatchObject([
      {
        level: "problem",
        title: expect.stringContaining("no answer came"),
        remedy: expect.stringContaining("--timeout"),
      },
    ]);
  });

  it("does not open what lacks its options, and says so", async () => {
    const options = z.object({ url: option(z.string(), { description: "Where" }) });
    expect(await findingsOf(client, { connector: { ...shelf, options } })).toMatchObject([
      { level: "note", title: expect.stringContaining("not opened") },
    ]);
  });
});
