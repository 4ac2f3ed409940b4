import type { DescribedOperation } from "../../description/open-api-description.ts";
import type { Answer, Ask } from "../front/exchange.ts";
import { completeAnswer } from "./complete-answer.ts";
import type { GithubDescription } from "./github-description.ts";

/** Holds what is asked and answered against GitHub's own description, and keeps the sentences of what is otherwise. */
export class Checked {
  readonly violations: string[] = [];

  /** Undefined for what GitHub does not describe, which is a violation. */
  async request(ask: Ask): Promise<DescribedOperation | undefined> {
    const description = await described();
    const found = description.find(ask.method, ask.path);
    const what = `${ask.method} ${ask.path}`;
    if (found === undefined) {
      this.violations.push(`${what} is no request that GitHub describes`);
      return undefined;
    }
    const faults = description.requestFaults(found, ask.query, withoutRemovals(ask));
    this.violations.push(...faults.map((fault) => `${what} ${fault}`));
    return found;
  }

  /** Puts into an answer what GitHub always tells; what is wrong then is a fault of the stand's. Changes its body. */
  async answer(found: DescribedOperation | undefined, ask: Ask, { status, body, headers }: Answer): Promise<void> {
    if (found === undefined || status >= 300) return;
    const isJson = headers?.["content-type"]?.includes("json") ?? true;
    const description = await described();
    const what = `the stand answers ${ask.method} ${ask.path}`;
    for (let round = 0; round < rounds; round += 1) {
      const errors = isJson ? description.answerErrors(found, status, body, ask.headers.accept) : [];
      if (errors === undefined) {
        this.violations.push(`${what} with ${status}, which GitHub does not describe`);
        return;
      }
      if (errors.length === 0) return;
      if (
        typeof body === "object" &&
        body !== null &&
        round < rounds - 1 &&
        completeAnswer(body, errors, (schema) => description.resolved(schema))
      )
        continue;
      const told = errors.slice(0, 3).map(({ instancePath, message }) => `${instancePath || "the body"} ${message}`);
      this.violations.push(`${what} wrongly: ${told.join("; ")}`);
      return;
    }
  }
}

let description: Promise<GithubDescription> | undefined;

/** Read at the first request, and once for all stands of a process. */
function described(): Promise<GithubDescription> {
  description ??= import("./github-description.ts").then((module) => new module.GithubDescription());
  return description;
}

/** A gist's file is removed by a null, as GitHub's documentation says and its description does not. */
function withoutRemovals({ method, path, body }: Ask): unknown {
  if (method !== "PATCH" || !/^\/gists\/[^/]+$/.test(path)) return body;
  const { files = {}, ...rest } = (body ?? {}) as { files?: Record<string, unknown> };
  return { ...rest, files: Object.fromEntries(Object.entries(files).filter(([, file]) => file !== null)) };
}

/** What is put in may lack parts itself. */
const rounds = 8;
