import type { Host } from "@drawbridge/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answered, ServedGithub } from "./stand/served-github.ts";

const site = { owner: "acme", repo: "site" };

interface Run {
  readonly id: number;
  readonly status: string;
  readonly run_attempt: number;
  readonly event: string;
  readonly head_branch: string;
}

let served: ServedGithub;
let host: Host;
/** Has read nothing, so that it may write. */
let writer: Host;
let failed: number;
let passed: number;

beforeAll(async () => {
  served = await ServedGithub.start();
  host = await served.open({ as: "ada", argv: ["--repos", "acme/*"] });
  writer = await served.open({ as: "ada", argv: ["--repos", "acme/*"] });
  const [first, second] = await runs();
  failed = first?.id ?? 0;
  passed = second?.id ?? 0;
});

afterEach(() => expect(served.violations()).toEqual([]));
afterAll(() => served[Symbol.asyncDispose]());

async function runs(): Promise<readonly Run[]> {
  const found = await served.stand.as("ada", "GET", "/repos/acme/site/actions/runs");
  return (found as { workflow_runs: Run[] }).workflow_runs;
}

const read = (input: object) => host.callTool("github_actions_read", { ...site, ...input });
const write = (input: object) => writer.callTool("github_actions_write", { ...site, ...input });

describe("github_actions_read", () => {
  it("lists runs, those of a workflow, a branch and a state", async () => {
    const { text } = await answered(read({ method: "runs" }));
    expect(text).toContain(`${failed} failure test (pull_request) on fix-add at `);
    expect(text).toContain(`${passed} success test (push) on main at `);
    const input = { method: "runs", workflow_id: "test.yml", branch: "fix-add", status: "failure" };
    expect((await answered(read(input))).text).not.toContain("on main");
    expect((await answered(read({ ...input, branch: "nope" }))).text).toContain("No run is so.");
  });

  it("lists a run's jobs, with the steps that failed", async () => {
    const { text } = await answered(read({ method: "jobs", run_id: failed }));
    expect(text).toContain("1 success lint\n2 failure test, failed at: Run npm test");
  });

  it("shows of a log what stands around its errors, and how much it leaves out", async () => {
    const { text, meta } = await answered(read({ method: "logs", run_id: failed }));
    expect(meta).toMatchObject({ job: "test", job_id: 2, conclusion: "failure", lines: 406 });
    expect(text).toContain("\nFAIL src/add.test.ts > adds negative numbers\nAssertionError: expected 3 to be -3\n");
    expect(text).toContain("… 176 lines …\nnpm http fetch");
    expect(text).toMatch(/\n… 196 lines …\n<\/data/);
    expect(Buffer.byteLength(text)).toBeLessThan(4000);
  });

  it("finds a job by its name or its id, and shows the end of one without errors", async () => {
    const named = await answered(read({ method: "logs", run_id: failed, job_name: "lint" }));
    const by = await answered(read({ method: "logs", job_id: 1 }));
    expect([named.meta.job_id, by.meta.job]).toEqual([1, "lint"]);
    expect(named.text).toContain("All tests passed");
    expect(named.meta.shown).toContain("nothing in it looks like an error");
  });

  it("shows a whole log by pages, every line once", async () => {
    const small = await served.open({ as: "ada", argv: ["--max-result-bytes", "9000"] });
    const lines: string[] = [];
    let cursor: unknown;
    do {
      const input = { ...site, method: "logs", job_id: 2, whole: true, ...(cursor === undefined ? {} : { cursor }) };
      const { text, meta } = await answered(small.callTool("github_actions_read", input));
      lines.push(...(/<data \w+>\n([\s\S]*)\n<\/data/.exec(text)?.[1] ?? "").split("\n"));
      cursor = meta.nextCursor;
    } while (cursor !== undefined);
    expect(lines).toHaveLength(406);
    expect(lines.filter((line) => /package-\d+$/.test(line)).map((line) => Number(line.split("-").at(-1)))).toEqual(
      Array.from({ length: 400 }, (_, index) => index),
    );
  });

  it("lists artifacts, all and those of a run", async () => {
    expect((await answered(read({ method: "artifacts" }))).text).toContain("coverage, 4096 bytes");
    expect((await answered(read({ method: "artifacts", run_id: failed }))).text).toContain("No artifacts.");
  });

  it.each([
    [{ method: "runs", workflow_id: "nope.yml" }, "the workflow nope.yml of acme/site"],
    [{ method: "runs", repo: "nope" }, "workflow runs of acme/nope"],
    [{ method: "jobs" }, "The method jobs needs run_id"],
    [{ method: "jobs", run_id: 1 }, "run 1 of acme/site"],
    [{ method: "artifacts", run_id: 1 }, "run 1 of acme/site"],
    [{ method: "logs" }, "The method logs needs job_id, or run_id"],
    [{ method: "logs", run_id: 1 }, "run 1 of acme/site"],
    [{ method: "logs", job_id: 12345 }, "job 12345 of acme/site"],
  ])("refuses %o and says why", async (input, said) => {
    const { text, isError } = await read(input);
    expect([isError, text]).toEqual([true, expect.stringContaining(said)]);
  });

  it("names the jobs that there are", async () => {
    const nope = await read({ method: "logs", run_id: failed, job_name: "nope" });
    expect(nope.text).toContain(`Run ${failed} has no job nope. Its jobs: lint, test.`);
    const none = await read({ method: "logs", run_id: passed });
    expect(none.text).toContain(`Run ${passed} has no job that failed. Its jobs: test. Name one with job_name.`);
  });
});

describe("github_actions_write", () => {
  it("starts a workflow with its inputs", async () => {
    const input = { method: "dispatch", workflow_id: "publish.yml", ref: "main", inputs: { note: "now" } };
    const before = (await runs()).length;
    const plan = await answered(write({ ...input, dry_run: true }));
    expect(plan.text).toContain("Start the workflow publish.yml of acme/site on main\n\nnote: now");
    expect(await runs()).toHaveLength(before);
    await answered(write({ ...input, expected_state: plan.meta.state }));
    expect((await runs())[0]).toMatchObject({ event: "workflow_dispatch", head_branch: "main", status: "queued" });
  });

  it("runs a run again, and cancels it", async () => {
    const runOf = async (id: number) => (await runs()).find((run) => run.id === id);
    const before = await runOf(failed);
    const again = { method: "rerun", run_id: failed, failed_only: true };
    const plan = await answered(write({ ...again, dry_run: true }));
    expect(plan.text).toContain(`run ${failed} of acme/site: test on fix-add, failure\n\nrun its failed jobs again`);
    expect(await runOf(failed)).toEqual(before);
    const { text } = await answered(write({ ...again, expected_state: plan.meta.state }));
    expect(text).toContain(`Asked GitHub for run ${failed} of acme/site: run its failed jobs again.`);
    expect(await runOf(failed)).toMatchObject({ status: "queued", run_attempt: 2 });
    expect((await write({ ...again, expected_state: plan.meta.state })).text).toContain("changed since the dry run");
    expect((await write(again)).text).toContain("This workflow is already running");
    await answered(write({ method: "cancel", run_id: failed }));
    expect(await runOf(failed)).toMatchObject({ status: "completed", conclusion: "cancelled" });
    await answered(write({ method: "rerun", run_id: passed }));
  });

  it.each([
    [{ method: "dispatch", workflow_id: "publish.yml" }, "The method dispatch needs ref"],
    [{ method: "dispatch", ref: "main" }, "The method dispatch needs workflow_id"],
    [{ method: "dispatch", workflow_id: "nope.yml", ref: "main" }, "the workflow nope.yml of acme/site"],
    [{ method: "dispatch", workflow_id: "publish.yml", ref: "nope" }, "No ref found for: nope"],
    [{ method: "dispatch", workflow_id: "test.yml", ref: "main" }, "does not have 'workflow_dispatch' trigger"],
    [{ method: "dispatch", workflow_id: "publish.yml", ref: "main", inputs: { no: "x" } }, 'inputs provided: ["no"]'],
    [{ method: "rerun" }, "The method rerun needs run_id"],
    [{ method: "rerun", run_id: 1 }, "run 1 of acme/site"],
    [{ method: "cancel", run_id: 1 }, "run 1 of acme/site"],
  ])("refuses %o and says why", async (input, said) => {
    const { text, isError } = await write(input);
    expect([isError, text]).toEqual([true, expect.stringContaining(said)]);
  });

  it("does not cancel what is over", async () => {
    const { id } = (await runs()).find(({ status }) => status === "completed") as Run;
    expect((await write({ method: "cancel", run_id: id })).text).toContain(
      "Cannot cancel a workflow run that is completed",
    );
  });
});
