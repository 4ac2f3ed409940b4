export { postgres } from "./connector.ts";
