import type { Easing, EasingType } from "@figma/rest-api-spec";
import { finite } from "./finite.ts";
import type { Kiwi } from "./kiwi.ts";
import { translate } from "./translate.ts";

const easings: Readonly<Record<string, EasingType>> = {
  IN_CUBIC: "EASE_IN",
  OUT_CUBIC: "EASE_OUT",
  INOUT_CUBIC: "EASE_IN_AND_OUT",
  LINEAR: "LINEAR",
  IN_BACK_CUBIC: "EASE_IN_BACK",
  OUT_BACK_CUBIC: "EASE_OUT_BACK",
  INOUT_BACK_CUBIC: "EASE_IN_AND_OUT_BACK",
  CUSTOM_CUBIC: "CUSTOM_CUBIC_BEZIER",
  GENTLE_SPRING: "GENTLE",
  SPRING_PRESET_ONE: "QUICK",
  SPRING_PRESET_TWO: "BOUNCY",
  SPRING_PRESET_THREE: "SLOW",
  SPRING: "CUSTOM_SPRING",
  CUSTOM_SPRING: "CUSTOM_SPRING",
};

export function easingOf({ easingType, easingFunction = [] }: Kiwi<"PrototypeAction">): Easing {
  const type = translate(easings, easingType) ?? "LINEAR";
  const [first = 0, second = 0, third = 0, fourth = 0] = easingFunction.map((part) => finite(part, 0));
  if (type === "CUSTOM_CUBIC_BEZIER")
    return { type, easingFunctionCubicBezier: { x1: first, y1: second, x2: third, y2: fourth } };
  if (type === "CUSTOM_SPRING" && easingFunction.length >= 3)
    return { type, easingFunctionSpring: { mass: first, stiffness: second, damping: third } };
  return { type };
}
