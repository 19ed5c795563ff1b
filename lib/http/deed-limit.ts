/** How often one person may do something, and how often all may who are at one address: second accounts share it. */
import { addressOf } from "./client-address";
import { type Limit, rateLimit } from "./rate-limit";

/** An office or a lecture hall behind one address still fits. */
const peopleAtOneAddress = 10;

export interface DeedLimit {
  /**
   * Counts one more time for the person, and for where the request comes from.
   * @throws AppError `rate-limited`, with the seconds to wait
   */
  spend(userId: string, headers: Headers): Promise<void>;
}

interface Deed extends Omit<Limit, "words"> {
  /** What the person is told to have done: "You wrote many comments in a short time." */
  much: string;
  /** The same of everybody at the address. */
  muchFromHere: string;
  /** What was kept: "This one was not posted." */
  kept: string;
}

/** A pair of counters for one kind of deed. `times` is for one person. */
export function deedLimit({ name, times, seconds, much, muchFromHere, kept }: Deed): DeedLimit {
  const ofPerson = rateLimit({ name, times, seconds, words: `${much} ${kept}` });
  const fromAddress = rateLimit({
    name: `${name}-address`,
    times: times * peopleAtOneAddress,
    seconds,
    words: `${muchFromHere} ${kept}`,
  });
  return {
    async spend(userId, headers) {
      await ofPerson.spend(userId);
      await fromAddress.spend(addressOf(headers));
    },
  };
}
