import type { Reporter, TestModule } from "vitest/node";

/** Prints the totals once more on a line of their own, in a form that scripts can read: `12 passed, 0 failed`. Names what passed at its second try. */
export class TotalsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      if (tests.length === 0 && module.state() === "failed") count.failed += 1;
      for (const test of tests) count[test.result().state] += 1;
    }
    const second = modules
      .flatMap((module) => [...module.children.allTests()])
      .filter((test) => test.diagnostic()?.flaky)
      .map((test) => `timed out once, passed at the second try: ${test.module.relativeModuleId} > ${test.fullName}\n`);
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : "";
    // After the default reporter's own summary, which is written at the same moment.
    setImmediate(() =>
      process.stdout.write(`${second.join("")}${count.passed} passed, ${count.failed} failed${skipped}\n`),
    );
  }
}
