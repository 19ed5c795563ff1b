/** Why Rejoinder doesn't start, in words for whoever starts it: shown alone, without a stack. */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
}
