import * as z from "zod";
import { defineChange } from "../changing/define-change.ts";
import { fields } from "./fields.ts";

/** A new repository. */
export const createRepository = defineChange({
  name: "github_create_repository",
  title: "Create repository",
  description:
    "Creates a repository, of yours or of an organisation; private unless private is false. Fork one that is there with github_fork.",
  effect: "write",
  additive: true,
  input: z.object({
    name: fields.repo,
    organization: fields.owner.optional().describe("Without it yours"),
    description: z.string().max(350).optional(),
    homepage: z.url().max(255).optional(),
    private: z.boolean().default(true),
    auto_init: z.boolean().default(true).describe("Begin with a README, so that there is a branch"),
    gitignore_template: z.string().max(100).optional().describe("As in github/gitignore: Node, Go …"),
    license_template: z.string().max(100).optional().describe("As mit or apache-2.0"),
  }),
  async change(input, call) {
    const { newRepository } = await import("../publishing/new-repository.ts");
    return newRepository(input, call);
  },
});
