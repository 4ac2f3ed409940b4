import type { Shown } from "@drawbridge/figma/bridge";
import { element } from "./element.ts";
import { showAsking } from "./show-asking.ts";
import { showLog } from "./show-log.ts";

/** Makes the page show what there is to show. */
export function show(shown: Shown): void {
  const { state, paused, progress, settings } = shown;
  setText("state", stateWords(shown));
  for (const [id, kind] of sections) element(id, HTMLElement).hidden = state.kind !== kind;
  if (state.kind === "unpaired") showFault(state.fault?.message ?? "");
  if (state.kind === "refused") {
    setText("refusal", state.refusal.message);
    const taken = state.refusal.reason === "file_taken" || state.refusal.reason === "replaced";
    setText("take-over", taken ? "Use this window" : "Try again");
  }
  setText("doing", doingWords(shown));
  const pause = element("pause", HTMLButtonElement);
  setText("pause", paused ? "Go on" : "Pause");
  pause.setAttribute("aria-pressed", String(paused));
  const bar = element("progress", HTMLProgressElement);
  bar.hidden = progress === undefined;
  bar.max = progress?.total || 1;
  bar.value = progress?.done ?? 0;
  element("ask-first", HTMLInputElement).checked = settings.askBeforeRemoving;
  showLog(shown.log);
  showAsking(shown.asking);
}

const sections = [
  ["searching", "searching"],
  ["pairing", "unpaired"],
  ["refused", "refused"],
  ["connected", "connected"],
] as const;

function stateWords({ state, paused }: Shown): string {
  if (state.kind === "connected") return paused ? "Paused" : "Connected";
  return { searching: "Searching", unpaired: "Not paired", refused: "Not connected" }[state.kind];
}

function doingWords({ file, paused, progress }: Shown): string {
  if (paused) return "Whatever your AI application asks is refused.";
  if (progress !== undefined) return `Applying a plan: ${progress.done} of ${progress.total}`;
  return `Your AI application can change ${file === "" ? "this file" : `“${file}”`}.`;
}

function showFault(message: string): void {
  setText("code-fault", message);
  element("code", HTMLInputElement).setAttribute("aria-invalid", String(message !== ""));
}

/** Text that stays is not set again: it would be announced again. */
function setText(id: string, text: string): void {
  const shown = element(id, HTMLElement);
  if (shown.textContent !== text) shown.textContent = text;
}
