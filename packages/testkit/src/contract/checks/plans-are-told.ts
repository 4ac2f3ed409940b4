import { changesAnything } from "../trial/changes-anything.ts";
import type { Example } from "../trial/example.ts";
import { highestEffectOf } from "../trial/highest-effect-of.ts";
import type { Trial } from "../trial/trial.ts";
import type { Check } from "./check.ts";

interface Asked {
  readonly example: Example;
  readonly questions: readonly string[];
  readonly code: unknown;
  readonly changed: boolean;
}

/** A person can only judge what they are shown. */
export const plansAreTold: Check = {
  name: "asks a person before each change, says what it would do, and does nothing when they decline",
  appliesTo: changesAnything,
  async find(trial) {
    const planless = trial.connector.tools.filter(
      (tool) => highestEffectOf(tool) !== "read" && tool.plan === undefined,
    );
    const asked = await askAll(trial);
    return [
      ...planless.map(({ name }) => `${name} has no plan: a person who is asked sees bare arguments`),
      ...asked.flatMap(faultsOf),
      ...sayingTheSame(asked),
    ];
  },
};

async function askAll(trial: Trial): Promise<readonly Asked[]> {
  let questions: string[] = [];
  const person = async (question: string) => {
    questions.push(question);
    return { action: "decline" as const };
  };
  await using host = await trial.serve({ confirm: "write" }, { person });
  const asked: Asked[] = [];
  for (const example of trial.changes) {
    questions = [];
    const { outcome, changed } = await trial.watch(() => host.callTool(example.tool.name, example.input));
    asked.push({ example, questions, code: outcome.meta.code, changed });
  }
  return asked;
}

function faultsOf({ example, questions, code, changed }: Asked): readonly string[] {
  const { shown } = example;
  return [
    ...(questions.length === 1 ? [] : [`${shown}: a person was asked ${questions.length} times`]),
    ...(code === "refused" ? [] : [`${shown}: a person declined, and it ended as ${code ?? "well"}`]),
    ...(changed ? [`${shown}: a person declined, and the system changed`] : []),
    ...(questions.some((question) => summaryIn(question) === "") ? [`${shown}: its plan says nothing`] : []),
  ];
}

/** What the plan says stands below the line that core writes. */
function summaryIn(question: string): string {
  return question.slice(question.indexOf("\n\n")).trim();
}

function sayingTheSame(asked: readonly Asked[]): readonly string[] {
  return [...new Set(asked.map(({ example }) => example.tool))].flatMap((tool) => {
    const own = asked.filter(({ example }) => example.tool === tool);
    const inputs = new Set(own.map(({ example }) => example.shown));
    const said = new Set(own.flatMap(({ questions }) => questions.map(summaryIn)));
    return inputs.size > 1 && said.size === 1 ? [`${tool.name}: its plan says the same of every call`] : [];
  });
}
