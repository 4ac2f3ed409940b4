import { observed } from "../trial/observed.ts";
import type { Check } from "./check.ts";

const patience = 1000;

/** Core answers whoever gives up; the tool that does not listen goes on working for nobody. */
export const cancellingEnds: Check = {
  name: "ends a call that is cancelled, the tool itself within a second, and goes on",
  async find(trial) {
    let began: (ended: Promise<unknown>) => void = () => {};
    const connector = observed(trial.connector, { ran: (ended) => began(ended) });
    await using host = await trial.serve({ confirm: "never" }, { connector });
    const faults: string[] = [];
    for (const example of trial.examples) {
      const giveUp = new AbortController();
      let ended: Promise<unknown> = Promise.resolve();
      began = (running) => {
        ended = running;
        giveUp.abort();
      };
      const answered = trial.call(host, example, giveUp.signal);
      if (!(await endsInTime(answered))) faults.push(`${example.shown}, cancelled, was not answered in a second`);
      if (!(await endsInTime(ended))) faults.push(`${example.shown}, cancelled, worked on for over a second`);
      began = () => {};
      const { isError, text } = await trial.call(host, example);
      if (isError) faults.push(`${example.shown}, after it was cancelled, ended as ${text}`);
    }
    return faults;
  },
};

async function endsInTime(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const inTime = work.then(
    () => true,
    () => true,
  );
  return Promise.race([inTime, late]).finally(() => clearTimeout(timer));
}
