import { assertPlainNames } from "../scope/assert-plain-names.ts";
import type { RepositoryScope } from "../scope/repository-scope.ts";
import { recordAnswer } from "../trust/record-answer.ts";
import type { Target } from "../trust/target.ts";
import { targetOf } from "../trust/target-of.ts";
import type { TrustLedger } from "../trust/trust-ledger.ts";
import type { Asking, CountedRequests } from "./counted-requests.ts";
import type { ApiAnswer } from "./github-api.ts";
import { isMutation } from "./is-mutation.ts";
import { isReading } from "./is-reading.ts";
import { jsonOf } from "./json-of.ts";
import { lostAnswer } from "./lost-answer.ts";

/** What is sent past the guard. */
export interface Sending extends Pick<Asking, "about" | "owner" | "follows"> {
  /** The repository that is asked, where it is one. */
  readonly at?: { readonly owner: string; readonly repo: string } | undefined;
  /** Where it writes, where the route does not say so. */
  readonly target?: Target | undefined;
  /** Whoever asks records what was read: of what lies in no repository they know more than the answer says. */
  readonly isRecorded?: boolean;
}

interface Guard {
  readonly graphqlUrl: string;
  readonly scope: RepositoryScope;
  readonly ledger: TrustLedger;
  /** Throws where a change there could carry private things outwards. */
  assertMayFlow(target: Target): Promise<void>;
}

/** What an answer has in which somebody's words stand; others, such as trees, are not looked through. */
const hasWords = /"(?:title|body|user|author|creator|full_name|head_sha|workflow_run|subject|event|oid)"\s*:/;

/** All that is shown or changed passes here: no change without the guard, nothing shown that is not recorded. */
export class GuardedRequests {
  readonly #requests: CountedRequests;
  readonly #guard: Guard;
  /** Of the change that this call makes. */
  #declared: Target | undefined;
  /** Targets to which nothing could flow, each with how much had been read by then. */
  readonly #free = new Map<string, number>();

  constructor(requests: CountedRequests, guard: Guard) {
    this.#requests = requests;
    this.#guard = guard;
  }

  /** To be asked before a change, of where it writes: where GitHub's route names no repository, the guard goes by this. */
  async declare(target: Target): Promise<void> {
    this.#declared = target;
    await this.#assertMayFlow(target);
  }

  async send(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    { about, owner, follows, at, target, isRecorded = false }: Sending,
  ): Promise<ApiAnswer> {
    assertPlainNames(route, parameters);
    const { graphqlUrl, ledger, scope } = this.#guard;
    const reads = isReading(route) || (route === `POST ${graphqlUrl}` && !isMutation(parameters.query));
    const written = reads ? undefined : (target ?? this.#written(route, parameters));
    if (written !== undefined) await this.#assertMayFlow(written);
    const answer = await this.#requests.ask(route, parameters, { about, owner, follows, reads });
    if (!reads) assertReadable(answer, about);
    const { body, headers } = answer;
    if (reads && !isRecorded && headers["content-type"]?.includes("json") && hasWords.test(body))
      recordAnswer(jsonOf(answer), at, { ledger, scope, what: about });
    return answer;
  }

  async #assertMayFlow(target: Target): Promise<void> {
    const key = JSON.stringify(target);
    const { size } = this.#guard.ledger;
    if (this.#free.get(key) === size) return;
    await this.#guard.assertMayFlow(target);
    this.#free.set(key, size);
  }

  /** Where a request writes. Only what is declared as wide, or as new, says more than a route that names no repository. */
  #written(route: string, parameters: Readonly<Record<string, unknown>>): Target | undefined {
    const told = targetOf(route, parameters);
    const declared = this.#declared;
    const isWide = declared !== undefined && ("world" in declared || declared.privacy !== undefined);
    return told !== undefined && "world" in told && isWide ? declared : told;
  }
}

/** What somebody on the way answered in GitHub's place says nothing of whether the change was made. */
function assertReadable(answer: ApiAnswer, about: string): void {
  try {
    jsonOf(answer);
  } catch (error) {
    throw lostAnswer(about, (error as Error).message, error);
  }
}
