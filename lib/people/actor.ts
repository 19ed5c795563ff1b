/** Who is acting, and by what right. */
export interface Person {
  id: string;
  name: string;
  email: string;
  /** Six-digit hex colour of their caret and avatar. */
  color: string;
}

export interface Actor {
  user: Person;
  via: { type: "session"; signInId: string } | { type: "token"; tokenId: string };
}

/**
 * The sign-in of somebody at a browser. For endpoints whose audience is `session`, which lets nobody else in.
 * @throws when the actor came with a token
 */
export function signInIdOf({ via }: Actor): string {
  if (via.type !== "session")
    throw new Error("This is only for people at a browser; the endpoint's audience is wrong.");
  return via.signInId;
}
