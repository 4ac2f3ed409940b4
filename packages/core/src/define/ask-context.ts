import type { CallContext } from "./call-context.ts";
import type { Answers, Questions } from "./question.ts";

/** The context of a tool's or prompt's `ask`. */
export interface AskContext<Client> extends CallContext<Client> {
  /**
   * Asks the host, all at once, what these names stand for; further questions may follow once they are answered. What was
   * answered is kept under its name, so that each question of a call needs a name of its own.
   *
   * The first time round it throws: nothing after it runs. The host then makes the call again with the answers, `ask` is
   * begun anew, and what was answered is there at once.
   */
  ask<const Asked extends Questions>(questions: Asked): Promise<Answers<Asked>>;
}
