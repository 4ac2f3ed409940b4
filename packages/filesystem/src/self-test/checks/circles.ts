import { join } from "node:path";
import { assertRefused } from "../assert-refused.ts";
import { assertSame } from "../assert-same.ts";
import type { Check } from "../check.ts";

/** Links that lead to each other, and a long way that ends. */
export const circles: Check = {
  claim: "Links in a circle end in a refusal",
  danger: "A link could keep the server busy for ever",
  async run(stand) {
    stand.link(join(stand.root, "b"), "a");
    stand.link(join(stand.root, "a"), "b");
    stand.link(join(stand.root, "self"), "self");
    stand.plant({ "root/folder/plain.txt": "plain" });
    for (let step = 0; step < 20; step += 1)
      stand.link(join(stand.root, step === 0 ? "folder" : `step-${step - 1}`), `step-${step}`);
    await assertRefused("reading through two links that lead to each other", () => stand.read("a/plain.txt"));
    await assertRefused("reading through a link to itself", () => stand.read("self/plain.txt"));
    assertSame("what a way through 20 links shows", await stand.read("step-19/plain.txt"), "plain");
    return "A way through 20 links is followed to its end";
  },
};
