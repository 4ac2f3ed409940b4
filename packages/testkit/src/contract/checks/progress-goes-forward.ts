import { observed } from "../trial/observed.ts";
import type { Check } from "./check.ts";

interface Told {
  readonly done: number;
  readonly total: number | undefined;
}

/** Core holds back what goes backwards, and then a person sees nothing move. */
export const progressGoesForward: Check = {
  name: "tells of progress that goes forward, up to its total",
  async find(trial) {
    let told: Told[] = [];
    const connector = observed(trial.connector, { progressed: (done, total) => told.push({ done, total }) });
    await using host = await trial.serve({ confirm: "never" }, { connector });
    const faults: string[] = [];
    for (const example of trial.examples) {
      told = [];
      await trial.call(host, example);
      const wrong = told.findIndex((one, index) => !follows(told[index - 1], one));
      if (wrong >= 0)
        faults.push(
          `${example.shown} told ${told
            .slice(0, wrong + 1)
            .map(shown)
            .join(", then ")}`,
        );
    }
    return faults;
  },
};

function follows(before: Told | undefined, { done, total }: Told): boolean {
  const isForward = Number.isFinite(done) && done > (before?.done ?? -1);
  return isForward && (total === undefined || (Number.isFinite(total) && total >= done));
}

function shown({ done, total }: Told): string {
  return total === undefined ? `${done}` : `${done} of ${total}`;
}
