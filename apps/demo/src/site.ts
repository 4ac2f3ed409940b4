import type { StartedGithub } from "@drawbridge/sandbox";
import { converse } from "./converse.ts";
import { attackQuestions, innocentQuestions, reviewQuestions } from "./site-questions.ts";

/** The github connector on the stand's repositories, as their owner, by a server that may write. Each session has an account of its own. */
export async function site(github: StartedGithub): Promise<void> {
  const manifest = import.meta.resolve("@drawbridge/github/package.json");
  const environment = { GITHUB_TOKEN: github.token("ada") };
  const served = { manifest, argv: ["--host", github.url, "--access", "write"], environment };
  await converse(served, reviewQuestions);
  await converse(served, attackQuestions, "In another session: the issue of a stranger");
  await converse(served, innocentQuestions, "In a third, without the stranger");
}
