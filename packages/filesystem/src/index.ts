export { filesystem } from "./connector.ts";
