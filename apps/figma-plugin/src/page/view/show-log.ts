import type { LogEntry } from "@drawbridge/figma/bridge";
import { element } from "./element.ts";

let shown: readonly LogEntry[] = [];

/** Shows the log, the newest entry first. What did not change is not written again: a screen reader would read it again. */
export function showLog(log: readonly LogEntry[]): void {
  if (log === shown) return;
  const list = element("log", HTMLOListElement);
  const added = shown[0] === undefined ? log.length : log.indexOf(shown[0]);
  list.prepend(...log.slice(0, added < 0 ? log.length : added).map(line));
  while (list.childElementCount > log.length) list.lastElementChild?.remove();
  element("no-edits", HTMLElement).hidden = log.length > 0;
  shown = log;
}

function line({ at, words, outcome }: LogEntry): HTMLLIElement {
  const item = document.createElement("li");
  item.className = outcome;
  const time = document.createElement("time");
  time.dateTime = new Date(at).toISOString();
  time.textContent = new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const text = document.createElement("span");
  text.textContent = words;
  item.append(time, text);
  return item;
}
