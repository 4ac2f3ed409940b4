export { Apart } from "./apart.ts";
export { serveApart } from "./serve-apart.ts";
