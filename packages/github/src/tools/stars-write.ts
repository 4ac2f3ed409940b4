import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

/** Stars given and taken. */
export const starsWrite = defineChange({
  name: "github_stars_write",
  title: "Star",
  description: "Stars a repository, or takes the star from it. Anybody may see it.",
  effect: "write",
  additive: true,
  idempotent: true,
  input: z.object({ method: z.enum(["star", "unstar"]), owner: fields.owner, repo: fields.repo }),
  async change(input, call) {
    const { starChanges } = await import("../stars/star-changes.ts");
    return starChanges[input.method](input, call);
  },
});
