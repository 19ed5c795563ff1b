/** Who may come in by a provider (GitHub, Google, OIDC) or by a link sent to their mail, and whose account they get. Pure. */

/** What we know when somebody comes back from a provider or opens a mailed link. */
export interface Arrival {
  /** The provider says that the address is theirs; a mailed link proves it by being opened. */
  emailIsProven: boolean;
  /** The account that this provider's account, or the mailed link's address, already belongs to. */
  owner: { demo: boolean } | null;
  /** Who is signed in in this browser: they came to link the provider to their own account. */
  present: { demo: boolean } | null;
  /** They came from an invitation that can still be used. */
  invited: boolean;
}

/** Why somebody isn't let in. The words for each are the sign-in page's. */
export type Refusal = "demo-account" | "unproven-mail" | "not-invited";

/**
 * Null when they may come in.
 *
 * A new account takes both a proven address (else somebody could sit on another's address and wait for them) and an
 * invitation. An address that has an account already is no reason to hand that account over: next-auth refuses to link by
 * address alone, so they sign in the way they did before and link from their account page.
 */
export function refusalOf({ emailIsProven, owner, present, invited }: Arrival): Refusal | null {
  if (owner) return owner.demo ? "demo-account" : null;
  if (present) return present.demo ? "demo-account" : null;
  if (!emailIsProven) return "unproven-mail";
  return invited ? null : "not-invited";
}
