/** Says on stdout what is done, and how long it took. */
export class Steps {
  readonly #began = Date.now();
  #number = 0;

  async step<Result>(what: string, run: () => Promise<Result> | Result): Promise<Result> {
    const began = Date.now();
    process.stdout.write(`${++this.#number}. ${what} …\n`);
    const result = await run();
    process.stdout.write(`   done in ${seconds(began)}\n`);
    return result;
  }

  finish(what: string): void {
    process.stdout.write(`${what} In ${seconds(this.#began)}.\n`);
  }
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
