import { describe, expect, it } from "vitest";
import { sessionBus } from "./session-bus.ts";

describe("the address of the session's bus", () => {
  const there = (path: string) => (candidate: unknown) => candidate === path;

  it("is found where a host has left it out", () => {
    expect(sessionBus({}, 1000, there("/run/user/1000/bus"))).toBe("unix:path=/run/user/1000/bus");
    expect(sessionBus({ XDG_RUNTIME_DIR: "/r" }, 1000, there("/r/bus"))).toBe("unix:path=/r/bus");
  });

  it("is left as it is where it is known, and where there is no bus", () => {
    expect(sessionBus({ DBUS_SESSION_BUS_ADDRESS: "unix:path=/x" }, 1000, () => true)).toBeUndefined();
    expect(sessionBus({}, 1000, () => false)).toBeUndefined();
  });
});
