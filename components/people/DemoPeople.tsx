/** The demo's people, each a button that signs in as them. */
"use client";

import { UnstyledButton } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { PersonAvatar } from "@/components/shell/PersonAvatar";
import { Problem } from "@/components/shell/Problem";
import { useSubmission } from "@/components/shell/useSubmission";
import type { Role } from "@/lib/access/policies";
import { AppError } from "@/lib/errors";
import { demoPassword } from "@/lib/people/demo";
import { signInByPassword } from "./auth-calls";
import classes from "./DemoPeople.module.css";
import { signInWords } from "./sign-in-words";

interface DemoPerson {
  name: string;
  email: string;
  color: string;
  role: Role;
}

interface Props {
  people: readonly DemoPerson[];
  /** A path on our site. */
  callbackUrl: string;
}

export function DemoPeople({ people, callbackUrl }: Props) {
  const { submit, isRunning, problem } = useSubmission(async (email: string) => {
    const refused = await signInByPassword(email, demoPassword);
    if (refused) throw new AppError("wrong-credentials", signInWords(refused));
    window.location.assign(callbackUrl);
  });
  return (
    <section className={classes.section} aria-labelledby="demo-people">
      <h2 id="demo-people" className={classes.title}>
        Look around the demo
      </h2>
      <ul className={classes.list}>
        {people.map(({ role, ...person }) => (
          <li key={person.email}>
            <UnstyledButton className={classes.person} disabled={isRunning} onClick={() => submit(person.email)}>
              <PersonAvatar person={person} />
              <span className={classes.name}>
                as {person.name} <span className={classes.role}>{role}</span>
              </span>
              <IconArrowRight size={16} className={classes.arrow} aria-hidden />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Problem>{problem}</Problem>
    </section>
  );
}
