/** An answer that is JSON already. */

/**
 * Where an answer is large, what made it has also checked it against the endpoint's schema and written it down, away from
 * the event loop; it is sent as it is.
 */
export class Serialised {
  constructor(readonly json: string) {}
}
