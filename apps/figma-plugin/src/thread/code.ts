import type { PluginAPI } from "@figma/plugin-typings/plugin-api-standalone.js";
import { startPlugin } from "./start-plugin.ts";

declare const figma: PluginAPI;
declare const __html__: string;
/** The version of the package that the plugin comes with; put here by the build. */
declare const DRAWBRIDGE_PLUGIN_VERSION: string;

startPlugin(figma, __html__, DRAWBRIDGE_PLUGIN_VERSION);
