import type { Run } from "../kept/workflows.ts";
import type { Stand } from "../stand.ts";

const repository = "acme/site";

/** The site's workflows, and a run of tests for ben's pull request that failed amid much else that it printed. */
export async function fillWorkflows(stand: Stand): Promise<void> {
  const { workflows } = stand;
  const test = workflows.add({ repository, name: "test", path: ".github/workflows/test.yml" });
  workflows.add({ repository, name: "publish", path: ".github/workflows/publish.yml", inputs: ["note"] });
  const sha = async (branch: string) => {
    const found = (await stand.as("ada", "GET", `/repos/${repository}/git/ref/heads/${branch}`)) as {
      object: { sha: string };
    };
    return found.object.sha;
  };
  const passed = { status: "completed", conclusion: "success" } as const;
  const failed = { status: "completed", conclusion: "failure" } as const;
  const steps = [
    { name: "Set up job", conclusion: "success" },
    { name: "Run npm test", conclusion: "success" },
  ];
  const run = (
    branch: string,
    head: string,
    actor: string,
  ): Omit<Run, "id" | "number" | "attempt" | "jobs" | "status" | "conclusion"> => ({
    workflow: test,
    branch,
    sha: head,
    event: branch === "main" ? "push" : "pull_request",
    actor,
    artifacts: branch === "main" ? [{ id: workflows.next(), name: "coverage", size: 4096 }] : [],
  });
  workflows.run({ ...run("main", await sha("main"), "ben"), ...passed }, [
    { name: "test", ...passed, steps, log: quiet },
  ]);
  const broken = steps.map((step, index) => ({ ...step, conclusion: index === 1 ? "failure" : "success" }));
  const checks = (await stand.as("ada", "GET", `/repos/${repository}/commits/fix-add/check-runs`)) as {
    check_runs: { id: number; name: string }[];
  };
  const idOf = (name: string) => checks.check_runs.find((one) => one.name === name)?.id;
  workflows.run({ ...run("fix-add", await sha("fix-add"), "ben"), ...failed }, [
    { id: idOf("lint"), name: "lint", ...passed, steps, log: quiet },
    { id: idOf("test"), name: "test", ...failed, steps: broken, log: loud },
  ]);
}

const stamp = "2026-01-05T10:00:00.0000000Z";

const noise = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, line) => `${stamp} npm http fetch GET 200 https://registry.example/package-${from + line}`,
  );

const quiet = [`${stamp} ##[group]Run npm test`, ...noise(0, 50), `${stamp} All tests passed`, ""].join("\n");

/** Four hundred lines, with the failure in the middle. */
const loud = [
  `${stamp} ##[group]Run npm test`,
  ...noise(0, 200),
  `${stamp} FAIL src/add.test.ts > adds negative numbers`,
  `${stamp} AssertionError: expected 3 to be -3`,
  `${stamp}     at src/add.test.ts:6:29`,
  `${stamp} ##[error]Process completed with exit code 1.`,
  ...noise(200, 400),
  `${stamp} Cleaning up orphan processes`,
  "",
].join("\n");
