import type { StartedGithub } from "@drawbridge/sandbox";
import { marks } from "./marks.ts";

const site = "/repos/acme/site";

/** Puts into the stand what the suite reads: lists as long as a first page, and a file. Answers the commit that has the file. */
export async function fillRecorded(stand: StartedGithub): Promise<string> {
  const as = (method: string, path: string, body: object) => stand.as("ada", method, path, body);
  const write = (path: string, message: string, text: string, branch: string) =>
    as("PUT", `${site}/contents/${path}`, { message, content: Buffer.from(text).toString("base64"), branch });
  await as("POST", `${site}/labels`, { name: "step1", color: "d73a4a" });
  for (let issue = 0; issue < marks.issues; issue++) {
    const body = `What was seen, and how to see it again: ${"click here, then there. ".repeat(40)}`;
    await as("POST", `${site}/issues`, { title: `${marks.issue} ${issue}`, body, labels: ["step1"] });
  }
  await write("docs/step1.md", "Describe a step", marks.file, "main");
  const { object } = (await stand.as("ada", "GET", `${site}/git/ref/heads/main`)) as { object: { sha: string } };
  await as("POST", `${site}/git/refs`, { ref: "refs/heads/step1", sha: object.sha });
  for (let commit = 0; commit < marks.commits; commit++)
    await write(`docs/steps/${commit}.md`, `${marks.commit} ${commit}`, "A step.\n", "step1");
  for (let repository = 0; repository < marks.repositories; repository++)
    await as("POST", "/user/repos", { name: `step1-${repository}`, description: marks.repository });
  return object.sha;
}
