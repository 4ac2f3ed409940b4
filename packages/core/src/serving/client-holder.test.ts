import { describe, expect, it } from "vitest";
import { ClientHolder } from "./client-holder.ts";

/** A system that can be opened so many times after so many failures. */
function system(failures = 0) {
  const events: string[] = [];
  let left = failures;
  const open = async () => {
    events.push("open");
    await new Promise((resolve) => setImmediate(resolve));
    if (left > 0) {
      left -= 1;
      throw new Error("away");
    }
    return { number: events.length };
  };
  return { events, holder: new ClientHolder(open, async () => void events.push("close")) };
}

describe("ClientHolder", () => {
  it("opens nothing before somebody asks", async () => {
    const { events, holder } = system();
    await holder.close();
    expect(events).toEqual([]);
  });

  it("opens once for a hundred that ask at the same time", async () => {
    const { events, holder } = system();
    const clients = await Promise.all(Array.from({ length: 100 }, () => holder.get()));
    expect(new Set(clients).size).toBe(1);
    expect(events).toEqual(["open"]);
  });

  it("tells all who wait that it failed, and tries again for the next", async () => {
    const { events, holder } = system(1);
    const attempts = await Promise.allSettled([holder.get(), holder.get()]);
    expect(attempts.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(holder.get()).resolves.toBeDefined();
    expect(events).toEqual(["open", "open"]);
  });

  it("closes once, however often it is asked", async () => {
    const { events, holder } = system();
    await holder.get();
    await Promise.all([holder.close(), holder.close()]);
    expect(events).toEqual(["open", "close"]);
  });

  it("closes a client that was still being opened", async () => {
    const { events, holder } = system();
    const opening = holder.get();
    await holder.close();
    expect(events).toEqual(["open", "close"]);
    await opening;
  });

  it("closes nothing that could not be opened", async () => {
    const { events, holder } = system(1);
    const opening = holder.get().catch(() => {});
    await holder.close();
    await opening;
    expect(events).toEqual(["open"]);
  });

  it("gives no client once it is closed", async () => {
    const { holder } = system();
    await holder.close();
    await expect((async () => holder.get())()).rejects.toMatchObject({ code: "unavailable" });
  });
});
