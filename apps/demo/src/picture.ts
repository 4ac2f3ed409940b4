import { readFileSync } from "node:fs";

// Draws what a terminal shows as an SVG, for the README: FORCE_COLOR=1 node dist/main.js | node dist/picture.js
const fontSize = 13;
const columnWidth = 7.83;
const lineHeight = 18;
const margin = 20;
const columns = 104;

const colours: Readonly<Record<string, string>> = {
  "1": 'font-weight="bold" fill="#f0f3f6"',
  "2": 'fill="#7d8590"',
  "31": 'fill="#ff7b72"',
  "32": 'fill="#7ee787"',
  "34": 'fill="#79c0ff"',
};

const lines = readFileSync(0, "utf8").trim().split("\n");
const width = Math.round(columns * columnWidth + margin * 2);
const height = lines.length * lineHeight + margin * 2;
const rows = lines.map((line, index) => {
  return `<text x="${margin}" y="${margin + (index + 0.75) * lineHeight}" xml:space="preserve">${spans(line)}</text>`;
});

process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="A session in a terminal: tools discovered, questions, answers and refusals">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${fontSize}" fill="#c9d1d9">
${rows.join("\n")}
</g>
</svg>
`);

function spans(line: string): string {
  return line.replace(
    /\u001b\[(\d+)m(.*?)\u001b\[0m|([^\u001b]+)/g,
    (_, code: string, painted: string, plain: string) => {
      return plain === undefined ? `<tspan ${colours[code] ?? ""}>${escaped(painted)}</tspan>` : escaped(plain);
    },
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
