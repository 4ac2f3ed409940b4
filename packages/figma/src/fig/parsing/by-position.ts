/** Orders what has a position as Figma writes it: letters to be compared by their codes, so that one fits between any two. */
export function byPosition<T>(position: (item: T) => string | undefined): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [position(a) ?? "", position(b) ?? ""];
    return left < right ? -1 : left > right ? 1 : 0;
  };
}
