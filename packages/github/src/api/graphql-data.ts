import { ConnectorError } from "@drawbridge/core";
import { lostAnswer } from "./lost-answer.ts";
import { rateLimited } from "./rate-limited.ts";

interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: ReadonlyArray<{
    readonly type?: string;
    readonly message: string;
    readonly path?: readonly unknown[];
  }>;
}

/**
 * What a query asked for. GitHub answers 200 also where it failed, and says so inside.
 *
 * @param reset when GitHub takes queries again where it takes none now, in seconds since 1970
 * @param isChange whether it was asked to change something
 */
export function graphqlData(answer: unknown, about: string, reset: number, isChange = false): unknown {
  const { data, errors = [] } = answer as GraphqlAnswer;
  const [first] = errors;
  if (first === undefined) return data;
  const said = first.message.replace(/\.$/, "");
  switch (first.type) {
    case "NOT_FOUND":
      throw new ConnectorError(
        "not_found",
        `GitHub has no such thing in ${about}, or the token may not see it (${said}).`,
      );
    case "FORBIDDEN":
    case "INSUFFICIENT_SCOPES":
      throw new ConnectorError("refused", `The token may not ask this of ${about} (${said}).`);
    case "RATE_LIMITED":
      throw rateLimited(`GitHub's limit for GraphQL is reached (${said}).`, reset - Date.now() / 1000);
    case "UNPROCESSABLE":
      throw new ConnectorError("invalid_input", `GitHub refuses this for ${about}: ${said}.`);
    default:
      // Where nothing was begun there is no `data` at all (GraphQL's specification, section 7.1.2).
      if (isChange && data !== undefined) throw lostAnswer(about, said, undefined);
      throw new ConnectorError("unavailable", `GitHub could not answer for ${about} (${said}). Try again.`);
  }
}
