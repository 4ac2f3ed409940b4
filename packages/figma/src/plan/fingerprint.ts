const { imul } = Math;

/**
 * 106 bits over a text, as 26 hexadecimal digits. It tells an unintended change, and is no defence against somebody who seeks two texts of one
 * fingerprint: Figma runs plugins without a JIT and without `crypto`, where SHA-256 in JavaScript takes seconds over a large subtree.
 *
 * After cyrb53 by bryc, in the public domain.
 */
export function fingerprint(text: string): string {
  // Small integers from the first on: a number beyond 31 bits would make every step a slow one.
  let a = 0xdeadbeef | 0;
  let b = 0x41c6ce57 | 0;
  let c = 0x9e3779b9 | 0;
  let d = 0x7f4a7c15 | 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = imul(a ^ code, 2654435761);
    b = imul(b ^ code, 1597334677);
    c = imul(c ^ code, 2246822507);
    d = imul(d ^ code, 3266489909);
  }
  return mixed(a, b) + mixed(c, d);
}

function mixed(one: number, other: number): string {
  let a = imul(one ^ (one >>> 16), 2246822507) ^ imul(other ^ (other >>> 13), 3266489909);
  const b = imul(other ^ (other >>> 16), 2246822507) ^ imul(a ^ (a >>> 13), 3266489909);
  a = a >>> 0;
  return (4294967296 * (2097151 & b) + a).toString(16).padStart(14, "0").slice(-13);
}
