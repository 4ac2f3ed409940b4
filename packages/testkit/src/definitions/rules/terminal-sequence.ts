/**
 * What a terminal obeys instead of showing: ESC or the 8-bit CSI with the parameters that follow (ECMA-48, 5.4).
 * Bounded, since no real sequence is longer.
 */
export const terminalSequence = /(?:\u001B\[?|\u009B)[\u0020-\u003F]{0,32}[\u0040-\u007E]?/g;
