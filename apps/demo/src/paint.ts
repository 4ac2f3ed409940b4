const colourful = process.env.FORCE_COLOR !== undefined || (process.stdout.isTTY === true && !process.env.NO_COLOR);

function sgr(code: number): (text: string) => string {
  return colourful ? (text) => text.replace(/^.*$/gm, (line) => `\u001b[${code}m${line}\u001b[0m`) : (text) => text;
}

/** Colours, where the terminal shows them and nobody asked for none (no-color.org). */
export const paint = { bold: sgr(1), dim: sgr(2), red: sgr(31), green: sgr(32), blue: sgr(34) };
