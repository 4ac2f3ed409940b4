import { seededRandom } from "./seeded-random.ts";

const WORDS =
  "bridge chain gate keep moat river stone timber tower watch winch wall lantern anchor harbour ferry".split(" ");
const WORDS_A_LINE = 10;

/**
 * Plain English text of exactly so many bytes (ASCII), the same for the same length. Every line bears its number, so that a part that
 * is missing or came twice shows; nothing in it looks like a secret, which a server might rightly hide.
 */
export function sampleText(bytes: number): string {
  const random = seededRandom(bytes);
  const word = () => WORDS[Math.floor(random() * WORDS.length)] as string;
  const lines: string[] = [];
  for (let length = 0, number = 1; length < bytes; number++) {
    const line = `${number} ${Array.from({ length: WORDS_A_LINE }, word).join(" ")}\n`;
    lines.push(line);
    length += line.length;
  }
  return `${lines.join("").slice(0, bytes - 1)}\n`;
}
