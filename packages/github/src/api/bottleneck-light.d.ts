/** The package has types for its whole only; its light form is the same without Redis. */
declare module "bottleneck/light.js" {
  export { default } from "bottleneck";
}
