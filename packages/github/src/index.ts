export { github } from "./connector.ts";
