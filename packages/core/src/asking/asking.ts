import type { Question, Questions } from "../define/question.ts";
import { ConnectorError } from "../errors/connector-error.ts";
import type { CallMemory } from "./call-memory.ts";
import type { HostsAnswer } from "./hosts-answer.ts";
import { readAnswer } from "./read-answer.ts";

/** The question that core asks of its own accord. */
export const approvalName = "allow";

const longestAnswers = 64 * 1024;

interface AskingOptions {
  readonly operation: string;
  readonly memory: CallMemory | undefined;
  readonly answer: HostsAnswer | undefined;
  canAsk(kind: Question["kind"]): boolean;
}

/** One round of a call's asking: what is answered already, and what has to be asked next. */
export class Asking {
  readonly #options: AskingOptions;
  readonly #responses: Readonly<Record<string, unknown>>;
  readonly #answers: Record<string, unknown>;
  #open: Questions | undefined;

  /** Why the host cannot be asked, where that is why nothing was. */
  lacking: { readonly kind: Question["kind"]; readonly error: ConnectorError } | undefined;

  constructor(options: AskingOptions) {
    const { memory, answer } = options;
    this.#options = options;
    this.#answers = { ...memory?.answers };
    // What a person allowed was shown to them with the answers of that time.
    this.#responses = memory?.shown === undefined ? (answer?.responses ?? {}) : {};
  }

  /** What the host has to be asked before the call can go on. */
  get open(): Questions | undefined {
    return this.#open;
  }

  /** Throws `invalid_input` where it is more than a host should have to carry. */
  get answers(): Readonly<Record<string, unknown>> {
    if (Buffer.byteLength(JSON.stringify(this.#answers)) <= longestAnswers) return this.#answers;
    throw new ConnectorError("invalid_input", `The answers have over ${longestAnswers} bytes. Give shorter ones.`);
  }

  readonly ask = async (questions: Questions): Promise<Record<string, unknown>> => {
    const given: Record<string, unknown> = {};
    const open: Record<string, Question> = {};
    for (const [name, question] of Object.entries(questions)) {
      if (name === approvalName) throw new Error(`A question cannot be called ${approvalName}`);
      const answer = this.#answerTo(name, question);
      if (answer === undefined) open[name] = question;
      else given[name] = answer.value;
    }
    if (Object.keys(open).length === 0) return given;
    this.#open = open;
    throw new Error("The host has to be asked; this is passed on");
  };

  #answerTo(name: string, question: Question): { readonly value: unknown } | undefined {
    const { operation, canAsk } = this.#options;
    const source = Object.hasOwn(this.#answers, name) ? this.#answers : this.#responses;
    const answer = Object.hasOwn(source, name) ? readAnswer(source[name], question) : undefined;
    if (answer === undefined) {
      if (canAsk(question.kind)) return undefined;
      if (question.optional) return { value: undefined };
      throw this.#lacks(question.kind);
    }
    this.#answers[name] = source[name];
    if (answer !== "declined") return answer;
    if (question.optional) return { value: undefined };
    throw new ConnectorError(
      "refused",
      `The person declined to answer ${operation}. Do not call it again for the same purpose.`,
    );
  }

  #lacks(kind: Question["kind"]): ConnectorError {
    const error = new ConnectorError("refused", `${this.#options.operation} has to ask ${lacked[kind]}`);
    this.lacking = { kind, error };
    return error;
  }
}

const lacked: Readonly<Record<Question["kind"], string>> = {
  form: "the person something, which your host cannot do (elicitation). Another host may.",
  sampling: "your host's model something, which your host does not offer (sampling). Another host may.",
  roots: "which folders your host works in, which it does not tell (roots). Another host may.",
};
