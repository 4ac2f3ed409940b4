import { boundInput } from "./bound-input.ts";
import { refusePlaceholders } from "./refuse-placeholders.ts";
import type { Stage } from "./stage.ts";

/**
 * Refuses input that its schema does not know, unknown keys at any depth included, or that is too deep to look at; and
 * for what writes, input with the placeholder of a secret.
 */
export const validate: Stage = async (call, next) => {
  boundInput(call.input);
  if (call.answer !== undefined) boundInput(call.answer.responses);
  call.input = call.operation.parse(call.input);
  const effect = call.operation.effectOf(call.input);
  // Waiting for what is there already would cost each call a turn.
  call.effect = typeof effect === "string" ? effect : await effect;
  call.dryRun = call.operation.isDryRun?.(call.input) === true;
  if (call.effect !== "read") refusePlaceholders(call.sent);
  return next();
};
