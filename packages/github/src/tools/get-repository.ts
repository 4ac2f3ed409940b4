import { defineTool, type ToolContext } from "@drawbridge/core";
import * as z from "zod";
import type { Github } from "../api/github.ts";
import { shownRepository } from "../repositories/shown-repository.ts";
import { fields } from "./fields.ts";

/** What a repository is. */
export const getRepository = defineTool({
  name: "github_get_repository",
  title: "Get repository",
  description:
    "What a repository is: description, visibility, default branch, language, licence, counts, and what the token may do there. " +
    "For what it holds use github_tree and github_read, for its branches, tags and releases github_list.",
  effect: "read",
  idempotent: true,
  input: z.object({ owner: fields.owner, repo: fields.repo }),
  output: shownRepository,
  async run({ owner, repo }, context: ToolContext<Github>) {
    const { toShownRepository } = await import("../repositories/to-shown-repository.ts");
    const call = context.client.call(context);
    const { fork_of: parent, ...shown } = toShownRepository(
      await call.request("GET /repos/{owner}/{repo}", { owner, repo }),
    );
    return parent !== undefined && call.scope.admitsNamed(parent) ? { ...shown, fork_of: parent } : shown;
  },
});
