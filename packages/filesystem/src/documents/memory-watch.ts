import { memoryUsage } from "node:process";

/** What the process may grow by while a document is parsed, in bytes. */
const mostGrowth = 768 * 1024 * 1024;

/** In milliseconds. */
const interval = 25;

/** Calls once the process has grown too much. Memory outside of JavaScript's heap has no limit that Node could be told. */
export function watchMemory(tooMuch: () => void): Disposable {
  const most = memoryUsage.rss() + mostGrowth;
  const timer = setInterval(() => {
    if (memoryUsage.rss() > most) tooMuch();
  }, interval);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
