import type { Action, Easing, Interaction, Transition } from "@figma/rest-api-spec";
import type { Layer } from "../outline/layer.ts";
import { lowerWords } from "./lower-words.ts";
import { numberText } from "./number-text.ts";
import { quoted } from "./quoted.ts";

const mostInteractions = 16;

/** What happens on a click, a hover …: `on:click>navigate 12:34 dissolve 300ms ease-out`. */
export function prototypeText(layer: Layer): string {
  const { interactions, transitionNodeID } = layer;
  if (Array.isArray(interactions) && interactions.length > 0) {
    const told = interactions.slice(0, mostInteractions).map(interactionText).filter(Boolean);
    const rest = interactions.length - mostInteractions;
    return told.join("") + (rest > 0 ? ` on:+${rest}` : "");
  }
  return transitionNodeID ? ` on:click>navigate ${transitionNodeID}` : "";
}

function interactionText({ trigger, actions }: Interaction): string {
  if (!Array.isArray(actions)) return "";
  const told = actions.filter((action) => action !== null).map(actionText);
  return told.length === 0 ? "" : ` on:${triggerText(trigger)}>${told.join("+")}`;
}

function triggerText(trigger: Interaction["trigger"]): string {
  if (trigger === null || trigger === undefined) return "none";
  const name = lowerWords(trigger.type).replace(/^on-/, "");
  if (trigger.type === "AFTER_TIMEOUT") return `${name}(${numberText(trigger.timeout)}ms)`;
  if (trigger.type === "ON_KEY_DOWN") return `${name}(${trigger.keyCodes?.join("+")})`;
  return name;
}

function actionText(action: Action): string {
  switch (action.type) {
    case "NODE":
      return `${lowerWords(action.navigation)} ${action.destinationId ?? "nowhere"}${transitionText(action.transition)}`;
    case "URL":
      return `open ${quoted(action.url)}`;
    case "SET_VARIABLE":
      return `set-variable ${action.variableId}`;
    case "SET_VARIABLE_MODE":
      return `set-mode ${action.variableModeId}`;
    case "CONDITIONAL":
      return `if(${action.conditionalBlocks?.length ?? 0} branches)`;
    case "UPDATE_MEDIA_RUNTIME":
      return `${lowerWords(action.mediaAction)} ${action.destinationId ?? ""}`.trim();
    default:
      return lowerWords(action.type);
  }
}

function transitionText(transition: Transition | null | undefined): string {
  if (!transition) return "";
  const { type, duration, easing } = transition;
  const direction = "direction" in transition ? `-${lowerWords(transition.direction)}` : "";
  // Described as milliseconds, and answered as seconds by some sources.
  return ` ${lowerWords(type)}${direction} ${duration < 20 ? `${numberText(duration)}s` : `${numberText(duration)}ms`}${easingText(easing)}`;
}

function easingText(easing: Easing | undefined): string {
  if (!easing) return "";
  const { type, easingFunctionCubicBezier: bezier, easingFunctionSpring: spring } = easing;
  if (bezier) return ` cubic-bezier(${[bezier.x1, bezier.y1, bezier.x2, bezier.y2].map(numberText).join(",")})`;
  if (spring) return ` spring(${[spring.mass, spring.stiffness, spring.damping].map(numberText).join(",")})`;
  return ` ${lowerWords(type)}`;
}
