/** One job of a run, with what it printed. */
export interface Job {
  readonly id: number;
  readonly name: string;
  status: "queued" | "in_progress" | "completed";
  conclusion: string | null;
  readonly steps: readonly { readonly name: string; readonly conclusion: string }[];
  readonly log: string;
}

/** One run of a workflow. */
export interface Run {
  readonly id: number;
  readonly workflow: Workflow;
  readonly number: number;
  readonly branch: string;
  readonly sha: string;
  readonly event: string;
  readonly actor: string;
  status: "queued" | "in_progress" | "completed";
  conclusion: string | null;
  attempt: number;
  readonly jobs: Job[];
  readonly artifacts: readonly { readonly id: number; readonly name: string; readonly size: number }[];
}

/** A workflow as its file declares it. */
export interface Workflow {
  readonly id: number;
  readonly repository: string;
  readonly name: string;
  readonly path: string;
  /** Inputs of a dispatch; absent where it is not dispatched. */
  readonly inputs?: readonly string[];
  state: "active" | "disabled_manually";
}

/** Workflows and their runs: the emulator lets nobody make one. */
export class Workflows {
  readonly all: Workflow[] = [];
  readonly runs: Run[] = [];
  #last = 9000;

  add(workflow: Omit<Workflow, "id" | "state">): Workflow {
    const made: Workflow = { ...workflow, id: this.next(), state: "active" };
    this.all.push(made);
    return made;
  }

  /** A job that is a check has the check's number, as at GitHub. */
  run(
    run: Omit<Run, "id" | "number" | "attempt" | "jobs">,
    jobs: readonly (Omit<Job, "id"> & { id?: number | undefined })[],
  ): Run {
    const number = this.runs.filter(({ workflow }) => workflow === run.workflow).length + 1;
    const made = {
      ...run,
      id: this.next(),
      number,
      attempt: 1,
      jobs: jobs.map((job) => ({ ...job, id: job.id ?? this.next() })),
    };
    this.runs.push(made);
    return made;
  }

  next(): number {
    this.#last += 1;
    return this.#last;
  }
}
