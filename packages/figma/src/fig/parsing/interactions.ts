import type { Action, Interaction, TransitionSourceTrait, Trigger } from "@figma/rest-api-spec";
import { finite } from "./finite.ts";
import { guidText, referredGuid } from "./guid-text.ts";
import type { Kiwi, KiwiNode } from "./kiwi.ts";
import type { Mapping } from "./mapping.ts";
import { told } from "./told.ts";
import { milliseconds, transitionOf } from "./transition.ts";
import { sameWord, translate } from "./translate.ts";
import { variableDataOf } from "./variable-data.ts";

type KiwiAction = Kiwi<"PrototypeAction">;

/** Conditions within conditions beyond this are left out. */
const deepest = 16;

const navigations = {
  NAVIGATE: "NAVIGATE",
  OVERLAY: "OVERLAY",
  SWAP: "SWAP",
  SWAP_STATE: "CHANGE_TO",
  SCROLL_TO: "SCROLL_TO",
} as const;
const clicks = { ON_CLICK: "ON_CLICK", ON_HOVER: "ON_HOVER", ON_PRESS: "ON_PRESS", DRAG: "ON_DRAG" } as const;
const mouse = {
  MOUSE_ENTER: "MOUSE_ENTER",
  MOUSE_LEAVE: "MOUSE_LEAVE",
  MOUSE_IN: "MOUSE_ENTER",
  MOUSE_OUT: "MOUSE_LEAVE",
  MOUSE_UP: "MOUSE_UP",
  MOUSE_DOWN: "MOUSE_DOWN",
} as const;
type Values<T> = T[keyof T];

/** What a layer does in a prototype, and the first place that it leads to, which REST says apart. */
export function interactionsOf(node: KiwiNode, mapping: Mapping): TransitionSourceTrait {
  if (!node.prototypeInteractions?.length) return { interactions: [] };
  const kept = node.prototypeInteractions.filter(({ isDeleted, event }) => isDeleted !== true && event !== undefined);
  const interactions: Interaction[] = kept.map(({ event, actions = [] }) => ({
    trigger: triggerOf(event ?? {}),
    actions: actions.flatMap((action) => actionOf(action, mapping, 0)),
  }));
  const leading = kept
    .flatMap(({ actions = [] }) => actions)
    .find(({ connectionType }) => connectionType === "INTERNAL_NODE");
  const target = referredGuid(leading?.transitionNodeID);
  const transition = leading === undefined ? null : transitionOf(leading);
  return {
    interactions,
    ...told({
      transitionNodeID: target,
      transitionDuration: target === undefined ? undefined : transition?.duration,
      transitionEasing: target === undefined ? undefined : transition?.easing.type,
    }),
  };
}

function triggerOf({
  interactionType,
  keyTrigger,
  transitionTimeout,
  mediaHitTime,
}: Kiwi<"PrototypeEvent">): Trigger | null {
  const click = translate<Values<typeof clicks>>(clicks, interactionType ?? "ON_CLICK");
  if (click !== undefined) return { type: click };
  const pointer = translate<Values<typeof mouse>>(mouse, interactionType);
  if (pointer !== undefined) return { type: pointer, delay: milliseconds(transitionTimeout) / 1000 };
  if (interactionType === "AFTER_TIMEOUT")
    return { type: "AFTER_TIMEOUT", timeout: milliseconds(transitionTimeout) / 1000 };
  if (interactionType === "ON_MEDIA_HIT") return { type: "ON_MEDIA_HIT", mediaHitTime: finite(mediaHitTime, 0) };
  if (interactionType === "ON_MEDIA_END") return { type: "ON_MEDIA_END" };
  if (interactionType !== "ON_KEY_DOWN") return null;
  const devices = ["KEYBOARD", "XBOX_ONE", "PS4", "SWITCH_PRO", "UNKNOWN_CONTROLLER"] as const;
  return {
    type: "ON_KEY_DOWN",
    device: sameWord(devices, keyTrigger?.triggerDevice) ?? "KEYBOARD",
    keyCodes: [...(keyTrigger?.keyCodes ?? [])],
  };
}

function actionOf(action: KiwiAction, mapping: Mapping, depth: number): Action[] {
  switch (action.connectionType) {
    case "INTERNAL_NODE":
      return [nodeActionOf(action)];
    case "URL":
      return [{ type: "URL", url: action.connectionURL ?? "" }];
    case "BACK":
    case "CLOSE":
      return [{ type: action.connectionType }];
    case "SET_VARIABLE":
      return [setVariableOf(action, mapping)];
    case "SET_VARIABLE_MODE":
      return [setModeOf(action, mapping)];
    case "UPDATE_MEDIA_RUNTIME":
      return mediaActionOf(action);
    case "CONDITIONAL":
      return depth < deepest ? [conditionalOf(action, mapping, depth + 1)] : [];
    default:
      return [];
  }
}

function nodeActionOf(action: KiwiAction): Action {
  const { overlayRelativePosition: at } = action;
  return {
    type: "NODE",
    destinationId: referredGuid(action.transitionNodeID) ?? null,
    navigation: translate<Values<typeof navigations>>(navigations, action.navigationType) ?? "NAVIGATE",
    transition: transitionOf(action),
    ...told({
      preserveScrollPosition: action.transitionPreserveScroll,
      overlayRelativePosition: at && { x: finite(at.x, 0), y: finite(at.y, 0) },
      resetVideoPosition: action.transitionResetVideoPosition,
      resetScrollPosition: action.transitionResetScrollPosition,
      resetInteractiveComponents: action.transitionResetInteractiveComponents,
    }),
  };
}

function setVariableOf({ targetVariableID, targetVariableData }: KiwiAction, mapping: Mapping): Action {
  const variable = mapping.scene.nodes.get(referredGuid(targetVariableID) ?? "");
  const value = variableDataOf(targetVariableData, mapping);
  return {
    type: "SET_VARIABLE",
    variableId: variable === undefined ? null : mapping.variables.idOf(variable),
    ...told({ variableValue: value }),
  };
}

function setModeOf({ targetVariableSetID, targetVariableModeID }: KiwiAction, { scene, variables }: Mapping): Action {
  const set = scene.referred(targetVariableSetID);
  return {
    type: "SET_VARIABLE_MODE",
    variableCollectionId: set === undefined ? null : variables.idOf(set),
    variableModeId: targetVariableModeID === undefined ? null : guidText(targetVariableModeID),
  };
}

function mediaActionOf({ mediaAction, transitionNodeID, mediaSkipByAmount, mediaSkipToTime }: KiwiAction): Action[] {
  const base = { type: "UPDATE_MEDIA_RUNTIME" as const, destinationId: referredGuid(transitionNodeID) ?? null };
  const playing = ["PLAY", "PAUSE", "TOGGLE_PLAY_PAUSE", "MUTE", "UNMUTE", "TOGGLE_MUTE_UNMUTE"] as const;
  const play = sameWord(playing, mediaAction);
  if (play !== undefined) return [{ ...base, mediaAction: play }];
  const skip = sameWord(["SKIP_FORWARD", "SKIP_BACKWARD"], mediaAction);
  if (skip !== undefined) return [{ ...base, mediaAction: skip, amountToSkip: finite(mediaSkipByAmount, 0) }];
  return mediaAction === "SKIP_TO" ? [{ ...base, mediaAction, newTimestamp: finite(mediaSkipToTime, 0) }] : [];
}

function conditionalOf({ conditionalActions = [] }: KiwiAction, mapping: Mapping, depth: number): Action {
  return {
    type: "CONDITIONAL",
    conditionalBlocks: conditionalActions.map(({ actions = [], condition }) => ({
      actions: actions.flatMap((action) => actionOf(action, mapping, depth)),
      ...told({ condition: variableDataOf(condition, mapping) }),
    })),
  };
}
