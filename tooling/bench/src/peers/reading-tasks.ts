import { newNumber } from "../github/numbered.ts";
import type { GithubReading } from "./github-task.ts";
import type { Task } from "./task.ts";

/** How a server does a reading, of which the number stands in the address. */
export type Reading = Pick<Task, "items"> & { call(number: number): ReturnType<Task["call"]> };

/** The number of each thing that is read: an issue's own, of the others the one in their names. */
const numbers: Readonly<Record<GithubReading, number>> = {
  "read file": 1,
  "list issues": 1,
  "get issue": 8,
  "search repositories": 1,
  "list commits": 1,
};

/** Each reading as a task at a new address, and as one at the same. */
export function readingTasks(
  readings: Readonly<Record<GithubReading, Reading>>,
): Readonly<Record<GithubReading | `${GithubReading} again`, Task>> {
  const names = Object.keys(readings) as GithubReading[];
  const tasks = names.flatMap((name) => {
    const { call, items } = readings[name];
    const anew: Task = { call: () => call(newNumber(numbers[name])), items };
    const again: Task = { call: () => call(numbers[name]), items };
    return [[name, anew] as const, [`${name} again`, again] as const];
  });
  return Object.fromEntries(tasks) as Readonly<Record<GithubReading | `${GithubReading} again`, Task>>;
}
