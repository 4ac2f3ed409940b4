import { expect, it } from "vitest";
import { namesOf } from "./names-of.ts";

it.runIf(process.platform !== "win32")(
  "takes a backslash for part of a name, so that what is guarded is what is meant",
  () => {
    expect(namesOf("/home/a\\b//c/")).toEqual(["home", "a\\b", "c"]);
  },
);
