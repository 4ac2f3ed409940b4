export { type RestLike, subtreeHash } from "./subtree-hash.ts";
