import type { Definitions } from "../definitions.ts";
import type { Finding } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { DefinitionText } from "../texts/definition-text.ts";

/** A rule that judges each text by itself: the problems it sees, in words. */
export function textRule(
  rule: string,
  mend: string,
  judge: (text: DefinitionText, definitions: Definitions) => readonly string[],
): Rule {
  return (definitions) =>
    definitions.texts.flatMap((text): readonly Finding[] =>
      judge(text, definitions).map((problem) => ({ where: text.where, rule, problem, mend })),
    );
}
