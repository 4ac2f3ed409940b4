/** Why a token is not accepted, told to whoever sent it. Says what was expected, and nothing of what the token holds. */
export class TokenFault extends Error {
  override readonly name = "TokenFault";
}
