import { bridgePorts } from "../../../packages/figma/src/bridge/bridge-ports.ts";

/** What Figma reads of the plugin: it may reach the connector on this computer and nothing else. */
export const manifest = {
  name: "Drawbridge",
  id: "drawbridge-figma-bridge",
  api: "1.0.0",
  main: "code.js",
  ui: "ui.html",
  documentAccess: "dynamic-page",
  editorType: ["figma", "figjam"],
  enablePrivatePluginApi: true,
  networkAccess: {
    allowedDomains: ["none"],
    devAllowedDomains: bridgePorts.map((port) => `ws://localhost:${port}`),
    reasoning: "Talks to the Drawbridge connector that runs on this computer.",
  },
};
