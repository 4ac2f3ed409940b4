import type { Transition } from "@figma/rest-api-spec";
import { easingOf } from "./easing.ts";
import { finite } from "./finite.ts";
import type { Kiwi } from "./kiwi.ts";
import { told, unless } from "./told.ts";
import { sameWord, translate } from "./translate.ts";

const simple = {
  DISSOLVE: "DISSOLVE",
  FADE: "DISSOLVE",
  SMART_ANIMATE: "SMART_ANIMATE",
  MAGIC_MOVE: "SMART_ANIMATE",
  SCROLL_ANIMATE: "SCROLL_ANIMATE",
} as const;

const moves = {
  MOVE_FROM: "MOVE_IN",
  MOVE_OUT_TO: "MOVE_OUT",
  PUSH_FROM: "PUSH",
  SLIDE_FROM: "SLIDE_IN",
  SLIDE_OUT_TO: "SLIDE_OUT",
} as const;

/** How one frame follows another in a prototype; null where at once. Durations are in milliseconds here, in seconds there. */
export function transitionOf(action: Kiwi<"PrototypeAction">): Transition | null {
  const timing = { duration: milliseconds(action.transitionDuration), easing: easingOf(action) };
  const type = translate<(typeof simple)[keyof typeof simple]>(simple, action.transitionType);
  if (type !== undefined) return { type, ...timing };
  const [, move, side] = /^(.+)_(LEFT|RIGHT|TOP|BOTTOM)$/.exec(action.transitionType ?? "") ?? [];
  const moving = translate<(typeof moves)[keyof typeof moves]>(moves, move);
  const direction = sameWord(["LEFT", "RIGHT", "TOP", "BOTTOM"], side);
  if (moving === undefined || direction === undefined) return null;
  return {
    type: moving,
    direction,
    ...timing,
    ...told({ matchLayers: unless(false, action.transitionShouldSmartAnimate) }),
  };
}

/** Without the error of the file's short numbers: 0.3 s is stored as 0.30000001. */
export function milliseconds(seconds: number | undefined): number {
  return Math.round(finite(seconds, 0) * 1e6) / 1e3;
}
