import { describe, expect, it } from "vitest";
import * as z from "zod";
import { findingsOf } from "../../../test/findings-of.ts";
import { Shelf, shelfConnector } from "../../../test/shelf.ts";
import type { Connector } from "../../define/connector.ts";
import { option } from "../../options/option.ts";
import type { Finding } from "../finding.ts";
import { connectorsOwn } from "./connectors-own.ts";

const shelf = shelfConnector(new Shelf()) as never as Connector;
const wobbles: Finding = { level: "warning", title: "It wobbles", remedy: "Put a card under it" };

describe("connectorsOwn", () => {
  it("finds nothing of a connector that looks for nothing", async () => {
    expect(await findingsOf(connectorsOwn, { connector: shelf })).toEqual([]);
  });

  it("hands over the connector's options and the access, and passes its findings on", async () => {
    const connector: Connector = {
      ...shelf,
      *doctor(options, { access }) {
        yield { level: "ok", title: `${options.key} ${access}` };
        yield wobbles;
      },
    };
    const start = { connector, argv: ["--access", "write"], environment: { SHELF_KEY: "open-sesame" } };
    expect(await findingsOf(connectorsOwn, start)).toEqual([{ level: "ok", title: "open-sesame write" }, wobbles]);
  });

  it("ends the wait for a finding that never comes", async () => {
    const connector: Connector = {
      ...shelf,
      async *doctor() {
        yield wobbles;
        await new Promise(() => {});
      },
    };
    await expect(findingsOf(connectorsOwn, { connector, argv: ["--timeout", "5ms"] })).rejects.toMatchObject({
      code: "timeout",
    });
  });

  it("does not ask a connector that cannot have its options", async () => {
    const options = z.object({ url: option(z.string(), { description: "Where" }) });
    const connector: Connector = {
      ...shelf,
      options,
      *doctor() {
        yield wobbles;
      },
    };
    expect(await findingsOf(connectorsOwn, { connector })).toEqual([]);
    expect(await findingsOf(connectorsOwn, { connector, argv: ["--url", "here"] })).toEqual([wobbles]);
  });
});
