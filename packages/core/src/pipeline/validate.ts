import { boundInput } from "./bound-input.ts";
import type { Stage } from "./stage.ts";

/** Refuses input that its schema does not know, unknown keys at any depth included, or that is too deep to look at. */
export const validate: Stage = (call, next) => {
  boundInput(call.input);
  call.input = call.operation.parse(call.input);
  call.effect = call.operation.effectOf(call.input);
  return next();
};
