import type { OptionProblem } from "../../options/option-problem.ts";
import { readPackage } from "../../serving/read-package.ts";
import type { Finding } from "../finding.ts";
import type { Subject } from "../subject.ts";

/** What was given and cannot be taken, or is needed and was not given. */
export function* givenOptions(subject: Subject): Generator<Finding> {
  const { problems, standard } = subject.options;
  for (const problem of problems) {
    yield { level: "problem", title: problem.error.message, remedy: remedyFor(problem, subject) };
  }
  if (problems.length > 0) return;
  const file = standard.config === undefined ? "" : `, ${standard.config} among them`;
  yield { level: "ok", title: `All options could be read${file}` };
}

function remedyFor({ option, source }: OptionProblem, { connector, environment, options }: Subject): string {
  const { command } = readPackage(connector.package);
  if (source === "file") return `Correct ${options.standard.config}; ${command} --help lists what it may hold`;
  if (option === undefined) return `See ${command} --help`;
  const variables = option.environment.flatMap((name) => (option.secret ? [name, `${name}_FILE`] : [name]));
  if (source === "environment") {
    const set = variables.find((name) => environment[name]);
    return `Correct the variable ${set} or unset it; ${command} --help says what it takes`;
  }
  if (option.positional) return `Name it: ${command} --doctor ${option.placeholder}`;
  return option.secret
    ? `Set the variable ${variables[0]}, or ${variables[1]} to the path of a file that holds it`
    : `Give it: --${option.name} ${option.placeholder}`;
}
