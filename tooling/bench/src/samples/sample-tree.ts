import { seededRandom } from "./seeded-random.ts";

const EXTENSIONS = ["ts", "ts", "ts", "ts", "ts", "ts", "json", "json", "css", "md"];
const AREAS = 40;
const PARTS_AN_AREA = 25;

/** The relative paths of so many files, spread over a thousand folders two levels deep, one in ten of them Markdown. */
export function sampleTree(files: number): string[] {
  const random = seededRandom(files);
  return Array.from({ length: files }, (_, number) => {
    const area = number % AREAS;
    const part = Math.floor(number / AREAS) % PARTS_AN_AREA;
    const extension = EXTENSIONS[Math.floor(random() * EXTENSIONS.length)] as string;
    return `area-${area}/part-${part}/piece-${number}.${extension}`;
  });
}
