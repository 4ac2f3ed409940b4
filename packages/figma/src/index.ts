export { figma } from "./connector.ts";
