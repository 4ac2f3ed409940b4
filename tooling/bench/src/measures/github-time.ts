import { Octokit } from "@octokit/rest";
import { newNumber } from "../github/numbered.ts";
import type { GithubReading } from "../peers/github-task.ts";
import type { GithubSamples } from "../samples/github-samples.ts";
import type { Measure } from "./measure.ts";
import { repeatedTime } from "./repeated-time.ts";
import { type TaskTime, taskTime } from "./task-time.ts";

const site = { owner: "acme", repo: "site" };

/** Each reading by Octokit alone: what was answered, as text. */
const readings: Readonly<Record<GithubReading, (octokit: Octokit) => Promise<string>>> = {
  async "read file"({ rest }) {
    const { data } = await rest.repos.getContent({ ...site, path: `docs/step${newNumber(1)}.md` });
    return Buffer.from((data as { content: string }).content, "base64").toString();
  },
  "list issues": async ({ rest }) =>
    JSON.stringify((await rest.issues.listForRepo({ ...site, labels: `step${newNumber(1)}`, per_page: 30 })).data),
  "get issue": async ({ rest }) =>
    JSON.stringify((await rest.issues.get({ ...site, issue_number: newNumber(8) })).data),
  "search repositories": async ({ rest }) =>
    JSON.stringify((await rest.search.repos({ q: `step${newNumber(1)} in:name`, per_page: 20 })).data),
  "list commits": async ({ rest }) =>
    JSON.stringify((await rest.repos.listCommits({ ...site, sha: `step${newNumber(1)}`, per_page: 30 })).data),
};

/** Milliseconds of a task by a running server; of Octokit those of the bare call, from this process. */
export function githubTime(folder: string, { url, token }: GithubSamples, time: TaskTime): Measure {
  const ofServer = taskTime(folder, time);
  const read = readings[time.work.task as GithubReading];
  if (read === undefined) return ofServer;
  const ofOctokit = repeatedTime(
    time,
    () => true,
    async () => {
      const octokit = new Octokit({ baseUrl: url(time.setup), auth: token() });
      return {
        async once() {
          const started = performance.now();
          const text = await read(octokit);
          const milliseconds = performance.now() - started;
          time.work.check([text]);
          return milliseconds;
        },
        async leave() {},
      };
    },
  );
  const isOctokit = (name: string) => name === "Octokit";
  return {
    ...ofServer,
    includes: (peer) => isOctokit(peer.name) || ofServer.includes(peer),
    enter: (peer) => (isOctokit(peer.name) ? ofOctokit : ofServer).enter(peer),
  };
}
