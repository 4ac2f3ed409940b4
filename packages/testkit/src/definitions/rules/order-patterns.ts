/** Where an imperative can begin: `commits that never mention an issue` is a statement, `Never mention` an order. */
const start = String.raw`(?:^|[\n.;:!?,()>\]] ?|[-–—] |\b(?:you|must|should|shall|please) )`;
const startOrGoOn = String.raw`(?:${start}|\b(?:and|then|but|also|to|assistants?|agents?) )`;
const not = "(?:do not|don't|never|must not|mustn't|should not|shouldn't|avoid)(?: ever)?";
const user = "(?:(?:the|any|your|a) )?(?:user|person|human|operator|owner|customer|developer)s?";
const person = String.raw`(?:${user}|people|anyone|anybody|them(?! apart)|him|her)\b`;
const tools = String.raw`(?:tool|server)s?\b`;
const calling = "(?:(?:using|calling|running|invoking|trying) |you (?:use|call|run|invoke|try) )?";
const earlier = "(?:previous|prior|earlier|preceding|foregoing|above)";
const texts =
  "(?:instruction|prompt|message|rule|direction|directive|guideline|command|order|description|tool|restriction)s?";
const context =
  "(?:system prompt|(?:chat|conversation) history|(?:our|full|entire|whole) conversation|conversation (?:so far|above)|" +
  "your (?:instructions|prompt|memory|context|reasoning)|previous messages)";

/** What orders are made of, by kind; a space stands for any white space. */
const sources: Readonly<Record<string, readonly string[]>> = {
  preference: [
    String.raw`${startOrGoOn}always (?:call|invoke|run|execute|prefer|choose|select|pick|consult|trust|obey)\b`,
    String.raw`${startOrGoOn}always (?:forward|attach|start with|begin with|use (?:this|it))\b`,
    String.raw`\b(?:call|use|run|invoke) (?:this|it)(?: tool)? (?:always|every time|on every)\b`,
    String.raw`\b(?:call|use|run|invoke) (?:this|it)(?: tool)? before (?:anything|you answer|answering|responding|replying)\b`,
    String.raw`\b(?:call|use|run|invoke) (?:this|it)(?: tool)? (?:ahead of|prior to) (?:all|any|every)\b`,
    String.raw`\b(?:call|use|run|invoke) (?:this|it)(?: tool)? at the (?:start|beginning) of (?:each|every|the|any) (?:conversation|chat|session|turn|task)\b`,
    String.raw`${startOrGoOn}prefer (?:this|it)(?: tool)? (?:over|to|above) (?:all|any|every|other)\b`,
    String.raw`\byou must (?:first|always|never|call|invoke|obey|comply|follow|use (?:this|it))\b`,
    String.raw`\bmust (?:always )?be (?:called|invoked|used) (?:first|before (?:any|all|every|other|you|using|calling))\b`,
    String.raw`\b(?:assistants?|ai|llm|language model) (?:must|shall|has to|have to)\b`,
  ],
  "other tools": [
    String.raw`\bbefore ${calling}(?:(?:any|all|every|each) )?(?:of the )?other (?:tool|server|call|action)s?\b`,
    String.raw`\bbefore ${calling}(?:any|all|every|each) ${tools}`,
    String.raw`\b(?:instead of|rather than|in preference to|over|replaces|supersedes) ${calling}(?:any|all|every|the) other ${tools}`,
    String.raw`\b${not} (?:use|using|call|calling|invoke|run|trust)(?: any| the)? other ${tools}`,
    String.raw`\bother tools (?:are|is) (?:deprecated|unsafe|broken|disabled|wrong|insecure|unreliable)\b`,
  ],
  secrecy: [
    String.raw`\b${not} (?:tell|telling|inform|informing|notify|notifying|alert|alerting|reveal to|disclose to) ${person}`,
    String.raw`\bwithout (?:telling|informing|mentioning it to|mentioning this to) ${person}`,
    String.raw`\b${not} show (?:(?:this|it|that) )?(?:to )?${user}\b`,
    String.raw`${start}(?:do not|don't|never|not) (?:mention|reveal|disclose|admit)\b`,
    String.raw`\b(?:and|then|but|also) (?:do not|don't|never) mention (?:this|that|to)\b`,
    String.raw`\bkeep (?:this|it|that|these)(?: a)? (?:secret|hidden|confidential|quiet|between us|to yourself|from the)\b`,
    String.raw`\b(?:hide|conceal|withhold) (?:this|it|that|the (?:call|result|answer|fact|request))[^.]{0,40} from ${person}`,
    String.raw`\b${user} (?:must not|mustn't|should not|shouldn't|need not|does not need to|doesn't need to) (?:know|see|learn|notice|be told|find out)\b`,
    String.raw`\b(?:secretly|covertly)\b|${startOrGoOn}(?:silently|quietly) (?:call|send|read|run|forward|include|attach|upload|pass)\b`,
  ],
  override: [
    String.raw`\b(?:ignore|disregard|forget|override|bypass) (?:(?:all|any|of|the|your|these|every) ){0,3}${earlier}(?: ${texts}\b|[\n.,;:!]|$)`,
    String.raw`\b(?:ignore|disregard|forget|override|bypass) (?:(?:all|any|of|the) ){0,3}(?:(?:your|my|system|safety) )?(?:${texts} above|instructions|system prompt|guidelines)\b`,
    String.raw`\b(?:ignore|disregard|forget|override|bypass) (?:(?:all|any|of|the|your) ){0,3}${earlier} (?:guidance|advice|context)\b`,
    String.raw`\byou are now\b|\bnew instructions\b|\byour (?:real|true|actual|new) (?:task|goal|purpose|instructions|objective)\b`,
    String.raw`\bfrom now on,? (?:you|always|never|call|use|do)\b`,
  ],
  gathering: [
    String.raw`\b(?:include|pass|put|send|attach|provide|copy|paste|summari[sz]e|append|write|give) [^.]{0,60}\b${context}\b`,
  ],
};

/**
 * Orders to the model, by kind, over `plainWords` in lower case. Each pattern is made of words and bounded gaps, so that
 * matching stays linear.
 */
export const orderPatterns: ReadonlyArray<readonly [kind: string, pattern: RegExp]> = Object.entries(sources).flatMap(
  ([kind, ofKind]) => ofKind.map((source) => [kind, new RegExp(source.replaceAll(" ", "\\s"), "u")] as const),
);
