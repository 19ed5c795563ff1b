/** A real SMTP server on this machine, for tests: it keeps every letter, and lets a test await the next one. */
import { EventEmitter, once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface Mailbox {
  smtpUrl: string;
  letters: ParsedMail[];
  /** The first letter to the address, as soon as it is there. */
  letterTo(address: string): Promise<ParsedMail>;
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function startMailbox(): Promise<Mailbox> {
  const letters: ParsedMail[] = [];
  const arrivals = new EventEmitter();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((letter) => {
        letters.push(letter);
        arrivals.emit("letter");
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const to = (letter: ParsedMail) =>
    [letter.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));
  const find = (address: string) => letters.find((letter) => to(letter).includes(address));
  return {
    smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters,
    letterTo: async (address) => {
      for (;;) {
        const letter = find(address);
        if (letter) return letter;
        await once(arrivals, "letter");
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
