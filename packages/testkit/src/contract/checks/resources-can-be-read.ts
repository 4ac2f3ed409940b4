import { UriTemplate } from "@drawbridge/core";
import { errorCodeOf } from "../answers/error-code-of.ts";
import { failureFault } from "../answers/failure-fault.ts";
import type { Check } from "./check.ts";

const mostRead = 50;

/** A person picks from the list, which must lead somewhere. */
export const resourcesCanBeRead: Check = {
  name: "lists only addresses of its templates, each once, that can be read or say why not",
  appliesTo: ({ connector }) => (connector.resources ?? []).length > 0,
  async find(trial) {
    const { resources = [] } = trial.connector;
    await using host = await trial.serve();
    const listed = await host.listResources();
    const uris = listed.map(({ uri }) => uri);
    const templates = resources.map(({ uriTemplate }) => new UriTemplate(uriTemplate));
    const faults = [
      ...uris.filter((uri, index) => uris.indexOf(uri) < index).map((uri) => `${uri} is listed twice`),
      ...uris.filter((uri) => !templates.some((one) => one.matches(uri))).map((uri) => `${uri} is of no template`),
      ...listed.filter(({ name }) => name.trim() === "").map(({ uri }) => `${uri} is listed without a name`),
    ];
    for (const uri of uris.slice(0, mostRead)) {
      const fault = await host.readResource(uri).then(() => undefined, faultIn);
      if (fault !== undefined) faults.push(`${uri} ${fault}`);
    }
    return faults;
  },
};

function faultIn(error: Error): string | undefined {
  return failureFault(errorCodeOf(error), error.message);
}
