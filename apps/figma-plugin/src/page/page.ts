import { PageSession, type ThreadMessage } from "@drawbridge/figma/bridge";
import { element } from "./view/element.ts";
import { show } from "./view/show.ts";

// The plugin's page. Figma shows it in a sandboxed frame; the plugin's main thread, which cannot open connections, is reached through Figma.
const session = new PageSession({
  connect: (url) => new WebSocket(url),
  post: (pluginMessage) => parent.postMessage({ pluginMessage }, "*"),
  show,
});

window.addEventListener("message", ({ source, data }: MessageEvent<{ pluginMessage?: ThreadMessage } | undefined>) => {
  if (source === parent && data?.pluginMessage !== undefined) session.take(data.pluginMessage);
});
window.addEventListener("pagehide", () => session.stop());

// No forms: the frame may not be allowed to have them submitted.
const code = element("code", HTMLInputElement);
const pair = () => (code.value.trim() === "" ? code.focus() : session.pair(code.value));
element("pair", HTMLButtonElement).addEventListener("click", pair);
code.addEventListener("keydown", ({ key }) => {
  if (key === "Enter") pair();
});
element("take-over", HTMLButtonElement).addEventListener("click", () => session.takeOver());
const pause = element("pause", HTMLButtonElement);
pause.addEventListener("click", () => session.pause(pause.getAttribute("aria-pressed") !== "true"));
element("forget", HTMLButtonElement).addEventListener("click", () => session.forget());
const askFirst = element("ask-first", HTMLInputElement);
askFirst.addEventListener("change", () => session.askBeforeRemoving(askFirst.checked));
const asking = element("asking", HTMLDialogElement);
element("keep", HTMLButtonElement).addEventListener("click", () => asking.close("keep"));
element("remove", HTMLButtonElement).addEventListener("click", () => asking.close("remove"));
// Escape closes it with the value that was set before, which keeps the layers.
asking.addEventListener("close", () => {
  if (asking.returnValue !== "gone") session.answer(asking.returnValue === "remove");
  asking.returnValue = "";
});

session.begin();
