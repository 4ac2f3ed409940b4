import type { Plan } from "../define/plan.ts";
import type { Effect } from "../effects/effect.ts";
import type { Call } from "./call.ts";

/** A person reads no more than this, and hosts show it in a small window. */
const longest = 3000;

const consequences: Readonly<Record<Effect, string>> = {
  read: "It reads and changes nothing.",
  write: "It changes data.",
  destroy: "It destroys or overwrites data.",
};

/** What a person is asked: the tool, what it is to act on and with which effect, in words; never what a model says of it. */
export function questionText({ operation, effect, sent, answers, runtime }: Call, plan: Plan | undefined): string {
  const given = answers === undefined ? (sent ?? {}) : { arguments: sent ?? {}, answers };
  // Before it is cut: nobody would recognise half a secret.
  const target = runtime.redactor.text(plan?.summary ?? JSON.stringify(given, null, 2));
  const shown =
    target.length <= longest ? target : `${target.slice(0, longest)}\n… ${target.length - longest} more characters`;
  return `Allow ${operation.title} (${operation.name})? ${consequences[effect]}\n\n${shown}`;
}
