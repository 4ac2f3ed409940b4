import { type Access, ConnectorError, type Finding } from "@drawbridge/core";
import type { Github } from "../api/github.ts";
import type { GithubCall } from "../api/github-call.ts";

/** More are not looked at. */
const most = 20;

/** Whether each repository and owner that `--repos` names is there, and what may be done with it. */
export async function* repositoryFindings(
  client: Github,
  patterns: readonly string[],
  access: Access,
  signal: AbortSignal,
): AsyncGenerator<Finding> {
  const call = client.ownCall(signal);
  for (const pattern of patterns.slice(0, most)) {
    try {
      yield await findingOf(call, pattern, access);
    } catch (error) {
      if (!ConnectorError.is(error)) throw error;
      yield { level: "problem", title: `--repos ${pattern}: ${error.message.replace(/\.$/, "")}` };
    }
  }
}

async function findingOf(call: GithubCall, pattern: string, access: Access): Promise<Finding> {
  const [owner = "", repo = ""] = pattern.split("/");
  if (repo === "*") {
    await call.requestBeyond("GET /users/{username}", { username: owner }, `the owner ${owner}`, owner);
    return { level: "ok", title: `${owner} is there` };
  }
  const found = await call.request("GET /repos/{owner}/{repo}", { owner, repo });
  const shown = `${found.full_name} is there, ${found.visibility ?? (found.private ? "private" : "public")}`;
  if (access !== "read" && found.archived)
    return { level: "warning", title: `${shown}, and archived: it can only be read` };
  const mayPush = found.permissions?.push;
  if (access !== "read" && mayPush === false)
    return { level: "warning", title: `${shown}, and the credential may not push to it` };
  return { level: "ok", title: mayPush ? `${shown}, and may be pushed to` : shown };
}
