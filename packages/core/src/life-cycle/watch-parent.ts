const interval = 1000;

/**
 * Calls back once when the process that started this one is gone: some hosts die without closing our input. Started
 * by init or in a container (parent id 0 or 1) there is no such parent to lose.
 */
export function watchParent(gone: () => void): void {
  const parent = process.ppid;
  if (parent <= 1) return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, interval);
  timer.unref();
}
