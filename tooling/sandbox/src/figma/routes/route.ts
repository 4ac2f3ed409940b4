import type { Answer, Ask } from "../exchange.ts";
import type { FigmaState } from "../figma-state.ts";
import type { StandFile } from "../stand-file.ts";

/** A request with what it is about. */
export interface RoutedAsk extends Ask {
  readonly state: FigmaState;
  /** The stand's own address. */
  readonly url: string;
  /** What the path's variables stand for, in turn. */
  readonly parts: readonly string[];
  /** Of paths that name a file. */
  readonly file: StandFile;
}

export interface Route {
  readonly method: string;
  /** Variables are groups; the first is the file's key where `isOfFile`. */
  readonly path: RegExp;
  readonly tier: 1 | 2 | 3;
  /** The scope that a token needs. */
  readonly scope: string;
  readonly isOfFile?: boolean;
  /** Whether its errors have the other of Figma's two shapes. */
  readonly isBoolean?: boolean;
  answer(ask: RoutedAsk): Answer;
}
