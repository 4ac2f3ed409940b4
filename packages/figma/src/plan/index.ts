export { checkPlan } from "./check-plan.ts";
export type { Facts } from "./scene.ts";
export { type RestLike, subtreeHash } from "./subtree-hash.ts";
