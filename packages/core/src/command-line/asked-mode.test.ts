import { describe, expect, it } from "vitest";
import * as z from "zod";
import { Shelf, shelfConnector } from "../../test/shelf.ts";
import type { Connector } from "../define/connector.ts";
import { option } from "../options/option.ts";
import { askedMode } from "./asked-mode.ts";

const flag = (description: string) => option(z.boolean().optional(), { description, flagOnly: true });
const [dustOff, count] = ["dustOff", "count"].map((key) => ({ option: key, async *run() {} }));
const connector = {
  ...shelfConnector(new Shelf()),
  options: z.object({ dustOff: flag("Dusts"), count: flag("Counts") }),
  modes: [dustOff, count],
} as never as Connector;

describe("askedMode", () => {
  it("is the mode whose flag was given", () => {
    expect(askedMode(connector, ["dust-off"])).toBe(dustOff);
    expect(askedMode(connector, [])).toBeUndefined();
    expect(askedMode(connector, ["doctor", "check"])).toBeUndefined();
  });

  it.each([
    [["dust-off", "count"], "--dust-off and --count"],
    [["dust-off", "doctor"], "--dust-off and --doctor"],
    [["check", "count"], "--count and --check"],
  ])("refuses two things to do at once, and names both: %j", (asked, both) => {
    expect(() => askedMode(connector, asked)).toThrow(both);
  });

  it("leaves it to --help and --version to be told first", () => {
    for (const other of ["help", "version"]) expect(askedMode(connector, ["dust-off", other])).toBeUndefined();
  });

  it("is none for a connector that declares none", () => {
    expect(askedMode(shelfConnector(new Shelf()) as never as Connector, ["doctor"])).toBeUndefined();
  });
});
