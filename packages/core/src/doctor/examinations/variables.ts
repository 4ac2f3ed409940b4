import { describeOptions } from "../../options/describe-options.ts";
import { meantOption } from "../../options/meant-option.ts";
import { standardOptions } from "../../options/standard-options.ts";
import { unreadVariables } from "../../options/unread-variables.ts";
import type { Finding } from "../finding.ts";
import type { Subject } from "../subject.ts";

/** Variables that are named like ours, and that no option reads. */
export function* variables({ connector, environment }: Subject): Generator<Finding> {
  const options = [...describeOptions(connector.options), ...describeOptions(standardOptions)];
  for (const variable of unreadVariables(environment, options)) {
    const meant = meantOption(variable, options);
    if (meant === undefined) yield foreign(variable);
    else if (meant.startsWith("--")) yield flagAlone(variable, meant);
    else yield mistyped(variable, meant);
  }
}

function mistyped(variable: string, meant: string): Finding {
  return {
    level: "warning",
    title: `The variable ${variable} is set, and no option reads it; did you mean ${meant}?`,
    remedy: `Rename it to ${meant}, or leave it where it belongs to another connector`,
  };
}

function flagAlone(variable: string, flag: string): Finding {
  return {
    level: "warning",
    title: `The variable ${variable} is set, and ${flag} is read from the command line alone`,
    remedy: `Give ${flag} as an argument`,
  };
}

function foreign(variable: string): Finding {
  return {
    level: "note",
    title: `The variable ${variable} is set, and no option of this connector reads it`,
    remedy: "Unset it, unless it belongs to another connector",
  };
}
