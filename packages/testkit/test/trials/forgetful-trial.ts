import { Trial } from "../../src/contract/trial/trial.ts";

type Served = ReturnType<Trial["serve"]>;

/** One server for all, which forgets what a call asked for: a cursor is good for it whatever it comes with. */
export class ForgetfulTrial extends Trial {
  #served: Served | undefined;

  override async serve(...[flags, options]: Parameters<Trial["serve"]>): Served {
    this.#served ??= super.serve(flags, options);
    const host = await this.#served;
    const callTool: typeof host.callTool = (name, { cursor } = {}) => {
      const first = this.contract.calls[name]?.[0];
      return host.callTool(name, cursor === undefined ? first : { ...first, cursor });
    };
    return { ...host, callTool, [Symbol.asyncDispose]: async () => {} };
  }
}
