import { expect, it } from "vitest";
import { withFlags } from "./with-flags.ts";

it.each([[["--access", "full", "/root"]], [["--access=full", "/root"]], [["/root", "--access", "full"]], [["/root"]]])(
  "gives a flag in place of one of the same name: %j",
  (argv) => {
    expect(withFlags({ argv }, { access: "read" }).argv).toEqual(["--access=read", "/root"]);
  },
);

it("leaves alone what stands beside it", () => {
  const start = { argv: ["--deny", "access", "--timeout", "5s", "a=b"], environment: { TOKEN: "t" } };
  expect(withFlags(start, { access: "read" })).toEqual({ ...start, argv: ["--access=read", ...start.argv] });
});
