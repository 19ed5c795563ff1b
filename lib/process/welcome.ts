/** What a start prints for the person who started it. Pure. */

export interface DemoSignIn {
  role: string;
  email: string;
  password: string;
}

interface Start {
  appUrl: string;
  /** How long the start took once everything was built, in ms. */
  took: number;
  /** While nobody has an account: what the first one takes. The code is null when none is asked for. */
  firstOwner: { setupCode: string | null } | null;
  demoSignIns: readonly DemoSignIn[];
}

/** The address, how to make the first account while there is none, and the demo sign-ins where they are on. */
export function welcome({ appUrl, took, firstOwner, demoSignIns }: Start): string {
  const lines = ["", `  Rejoinder is ready at ${appUrl} (${(took / 1000).toFixed(1)} s). Ctrl-C stops it.`];
  if (firstOwner) {
    const code = firstOwner.setupCode === null ? "" : ` with the setup code ${firstOwner.setupCode}`;
    lines.push("", `  Make the first account at ${appUrl}/welcome${code}`);
  }
  if (demoSignIns.length > 0) {
    const width = Math.max(...demoSignIns.map(({ role }) => role.length));
    lines.push("", "  Sign in to the demo workspace as");
    for (const { role, email, password } of demoSignIns)
      lines.push(`    ${role.padEnd(width)}  ${email}  password ${password}`);
  }
  return `${lines.join("\n")}\n\n`;
}
