import type { Asking } from "@drawbridge/figma/bridge";
import { element } from "./element.ts";

let shown: string | undefined;

/** Opens the question for what would be removed, or closes it where nothing is asked any more. */
export function showAsking(asking: Asking | undefined): void {
  const dialog = element("asking", HTMLDialogElement);
  if (asking === undefined) {
    if (dialog.open) dialog.close("gone");
    return;
  }
  if (dialog.open && shown === asking.ask) return;
  shown = asking.ask;
  const count = asking.removals.length + asking.more;
  element("asking-title", HTMLElement).textContent =
    count === 1 ? "Remove this layer?" : `Remove these ${count} layers?`;
  const lines = asking.removals.map(({ name, type, inside }) => {
    const line = document.createElement("li");
    const within = inside > 0 ? ` with ${inside} inside` : "";
    line.textContent = `${name} (${type.toLowerCase().replaceAll("_", " ")}${within})`;
    return line;
  });
  if (asking.more > 0) {
    const line = document.createElement("li");
    line.textContent = `and ${asking.more} more`;
    lines.push(line);
  }
  element("asking-list", HTMLElement).replaceChildren(...lines);
  if (!dialog.open) dialog.showModal();
}
