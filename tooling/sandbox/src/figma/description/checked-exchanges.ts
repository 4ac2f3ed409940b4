import type { DescribedOperation } from "../../description/open-api-description.ts";
import type { Answer, Ask } from "../exchange.ts";
import type { FigmaDescription } from "./figma-description.ts";

/** Holds what is asked and answered against Figma's own description, and keeps the sentences of what is otherwise. */
export class CheckedExchanges {
  readonly violations: string[] = [];

  async request({ method, path, query, body }: Ask): Promise<DescribedOperation | undefined> {
    const description = await described();
    const found = description.find(method, path);
    const what = `${method} ${path}`;
    if (found === undefined) {
      this.violations.push(`${what} is no request that Figma describes`);
      return undefined;
    }
    const faults = description.requestFaults(found, query, body);
    this.violations.push(...faults.map((fault) => `${what} ${fault}`));
    return found;
  }

  async answer(found: DescribedOperation | undefined, { method, path }: Ask, { status, body }: Answer): Promise<void> {
    if (found === undefined) return;
    const errors = (await described()).answerErrors(found, status, body);
    const what = `the stand answers ${method} ${path}`;
    if (errors === undefined) this.violations.push(`${what} with ${status}, which Figma does not describe`);
    else if (errors.length > 0) {
      const told = errors.slice(0, 3).map(({ instancePath, message }) => `${instancePath || "the body"} ${message}`);
      this.violations.push(`${what} wrongly: ${told.join("; ")}`);
    }
  }
}

let description: Promise<FigmaDescription> | undefined;

/** Read at the first request, and once for all stands of a process. */
function described(): Promise<FigmaDescription> {
  description ??= import("./figma-description.ts").then((module) => new module.FigmaDescription());
  return description;
}
