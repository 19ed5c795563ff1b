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
