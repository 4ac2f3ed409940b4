import { referredGuid } from "./guid-text.ts";
import { idOf, type Scene } from "./scene.ts";

/**
 * How many layers a node shows, with those of components in its instances, as far as the file says it without changes in
 * instances. Each component is counted once, so that one that multiplies is found out without being multiplied.
 */
export function layersIn(scene: Scene, root: string): number {
  const counted = new Map<string, number>();
  const open: Array<{ id: string; entered: boolean }> = [{ id: root, entered: false }];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { id, entered } = at;
    if (entered) {
      counted.set(
        id,
        below(scene, id).reduce((sum, child) => sum + (counted.get(child) ?? 0), 1),
      );
      continue;
    }
    if (counted.has(id)) continue;
    // One that is met again before it is done contains itself, which is told where it is shown.
    counted.set(id, 1);
    open.push({ id, entered: true }, ...below(scene, id).map((child) => ({ id: child, entered: false })));
  }
  return counted.get(root) ?? 0;
}

function below(scene: Scene, id: string): string[] {
  const component = referredGuid(scene.nodes.get(id)?.symbolData?.symbolID);
  return component === undefined ? scene.childrenOf(id).map(idOf) : [component];
}
