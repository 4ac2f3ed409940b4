import {
  type CallContext,
  ConnectorError,
  defineConnector,
  defineResource,
  type WatchListener,
} from "@drawbridge/core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import type { Host } from "../src/hosts/host.ts";
import { hostKinds } from "../src/hosts/host-kinds.ts";
import { openHost } from "../src/hosts/open-host.ts";
import { inProcess } from "../src/places/in-process.ts";

/** A cellar whose bottles' labels can be watched. */
class Cellar {
  readonly labels = new Map([["red", "2019"]]);
  readonly watching = new Map<WatchListener, string>();

  relabel(bottle: string, label: string): void {
    this.labels.set(bottle, label);
    for (const [listener, uri] of this.watching) if (uri === `cellar://${bottle}`) listener.changed();
  }
}

let cellar: Cellar;
let host: Host;

const label = defineResource({
  name: "label",
  title: "Label",
  description: "What stands on a bottle.",
  uriTemplate: "cellar://{bottle}",
  async read(uri, { client }: CallContext<Cellar>) {
    return { body: client.labels.get(uri.slice("cellar://".length)) ?? "" };
  },
  async watch(uri, listener, { client }: CallContext<Cellar>) {
    if (uri === "cellar://private") throw new ConnectorError("refused", "That bottle is private.");
    client.watching.set(listener, uri);
    return { close: () => void client.watching.delete(listener) };
  },
});

const price = defineResource<Cellar>({
  name: "price",
  title: "Price",
  description: "What a bottle costs.",
  uriTemplate: "price://{bottle}",
  read: async () => ({ body: "12" }),
});

const connector = defineConnector({
  name: "cellar",
  title: "Cellar",
  description: "A cellar of bottles.",
  examples: [],
  package: new URL("../package.json", import.meta.url),
  options: z.object({}),
  open: async () => cellar,
  check: async () => ({}),
  tools: [],
  resources: [label, price],
});

describe.each(hostKinds)("a subscription, through %s", (kind) => {
  beforeEach(async () => {
    cellar = new Cellar();
    host = await openHost(kind, inProcess(connector, { argv: [] }));
  });
  afterEach(() => host.close());

  it("tells of each change, which can then be read", async () => {
    const read: unknown[] = [];
    await host.subscribe("cellar://red", async () => read.push((await host.readResource("cellar://red")).text));
    for (const year of ["2020", "2021"]) {
      cellar.relabel("red", year);
      await vi.waitFor(() => expect(read.at(-1)).toBe(year));
    }
  });

  it("ends when the host closes it", async () => {
    const onUpdate = vi.fn();
    const subscription = await host.subscribe("cellar://red", onUpdate);
    expect(cellar.watching.size).toBe(1);
    await subscription.close();
    await vi.waitFor(() => expect(cellar.watching.size).toBe(0));
    cellar.relabel("red", "2020");
    await host.readResource("cellar://red");
    expect(onUpdate).not.toHaveBeenCalled();
  });

  it("tells nothing of other addresses", async () => {
    const [red, white] = [vi.fn(), vi.fn()];
    await host.subscribe("cellar://red", red);
    await host.subscribe("cellar://white", white);
    cellar.relabel("white", "2022");
    await vi.waitFor(() => expect(white).toHaveBeenCalledOnce());
    expect(red).not.toHaveBeenCalled();
  });

  it.each(["cellar://private", "price://red", "file:///etc/passwd"])(
    "is refused for %s, and goes on for others",
    async (uri) => {
      await expect(host.subscribe(uri, () => {})).rejects.toThrow();
      const onUpdate = vi.fn();
      await host.subscribe("cellar://red", onUpdate);
      cellar.relabel("red", "2020");
      await vi.waitFor(() => expect(onUpdate).toHaveBeenCalled());
    },
  );

  it("leaves no watch behind when the host goes away", async () => {
    for (let bottle = 0; bottle < 20; bottle += 1) await host.subscribe(`cellar://${bottle}`, () => {});
    expect(cellar.watching.size).toBe(20);
    await host.close();
    expect(cellar.watching.size).toBe(0);
  });
});
