export { quillHarbour } from "./connector.ts";
