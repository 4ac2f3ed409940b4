import { UriTemplate } from "@drawbridge/core";
import { errorCodeOf } from "../answers/error-code-of.ts";
import { failureFault } from "../answers/failure-fault.ts";
import { hostileTexts } from "../inputs/hostile-texts.ts";
import { shownCall } from "../trial/shown-call.ts";
import type { Check } from "./check.ts";

/** One fault is often that of a hundred texts. */
const mostTold = 5;

/** Addresses come from models, and what a person types is never whole. */
export const wrongAddressesAreRefused: Check = {
  name: "refuses addresses that lead nowhere, and completes whatever is typed",
  appliesTo: ({ connector }) => (connector.resources ?? []).length > 0,
  async find(trial) {
    await using host = await trial.serve({ timeout: "5s" });
    const faults: string[] = [];
    const tell = async (shown: string, answer: Promise<unknown>) => {
      const fault = await answer.then(() => undefined, faultIn);
      if (fault !== undefined && faults.length < mostTold) faults.push(`${shown} ${fault}`);
    };
    for (const { uriTemplate, complete } of trial.connector.resources ?? []) {
      const variables = complete === undefined ? [] : new UriTemplate(uriTemplate).variables;
      for (const text of hostileTexts()) {
        for (const uri of addresses(uriTemplate, text)) await tell(shownCall("address", uri), host.readResource(uri));
        for (const variable of variables) {
          const shown = shownCall(`completing ${variable} of ${uriTemplate}`, text);
          await tell(shown, host.complete(uriTemplate, variable, text));
        }
      }
    }
    return faults;
  },
};

/** As a model writes one that knows nothing of percent signs, and as it should be. Half a surrogate pair cannot be escaped. */
function addresses(uriTemplate: string, text: string): readonly string[] {
  const escaped = encodeURIComponent(Buffer.from(text).toString());
  return [...new Set([text, escaped])].map((written) =>
    uriTemplate.replace(/\{(\/?)[^}]*\}/g, (_, slash) => `${slash}${written}`),
  );
}

function faultIn(error: Error): string | undefined {
  return failureFault(errorCodeOf(error), error.message);
}
