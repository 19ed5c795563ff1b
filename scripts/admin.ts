/** The operator's command. Standard output holds only what was asked for (a token, a password, a list); words go to standard error. */
import { text } from "node:stream/consumers";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { type Role, roles } from "@/lib/access/policies";
import { settings } from "@/lib/config/config";
import { StartRefused } from "@/lib/config/start-refused";
import { closeDb } from "@/lib/db/client";
import { openDatabase } from "@/lib/db/open";
import { AppError } from "@/lib/errors";
import { emailSchema, newPasswordSchema, personNameSchema, tokenNameSchema } from "@/lib/people/fields";
import { createPerson, createTokenFor, listAllWorkspaces, newPassword } from "@/lib/people/operator";
import { resetPassword } from "@/lib/people/users";

/** Exit codes: 1 when the command was refused or failed, 2 when it was not understood. */
const failed = 1;
const notUnderstood = 2;

interface PasswordOption {
  passwordStdin?: true;
}
interface CreateUserOptions extends PasswordOption {
  email: string;
  name: string;
  workspace?: string;
  role: Role;
}

const program = new Command("npm run --silent admin --")
  .description("Looks after accounts and tokens. Works with the server running or not.")
  .helpCommand(false)
  .exitOverride()
  .configureOutput({ writeErr: say });

// What a command inherits from the program (how it ends, where it writes) it takes over when it is added.
command("create-user", "make an account; prints its password unless you give one")
  .requiredOption("--email <address>", "mail address they sign in with", reader(emailSchema))
  .requiredOption("--name <name>", "their name, as others see it", reader(personNameSchema))
  .option("--workspace <id>", "make them a member of this workspace (list-workspaces tells the ids)", reader(z.uuid()))
  .addOption(new Option("--role <role>", "their role there").choices(roles).default("annotator"))
  .option("--password-stdin", "read the password from standard input")
  .action(({ email, name, workspace, role, ...given }: CreateUserOptions) =>
    withPassword(given, async (password) => {
      const membership = workspace === undefined ? null : { workspaceId: workspace, role };
      await createPerson({ email, name, password, membership });
      say(`Made an account for ${email}.\n`);
    }),
  );

command("reset-password", "set another password and end the person's sign-ins; prints it unless you give one")
  .requiredOption("--email <address>", "mail address of the account", reader(emailSchema))
  .option("--password-stdin", "read the password from standard input")
  .action(({ email, ...given }: PasswordOption & { email: string }) =>
    withPassword(given, async (password) => {
      await resetPassword(email, password);
      say(`Set another password for ${email}, and ended their sign-ins.\n`);
    }),
  );

command("create-token", "make an API token that acts with all of the person's rights; prints the token alone")
  .requiredOption("--email <address>", "mail address of the account", reader(emailSchema))
  .requiredOption("--name <name>", "what the token is for, so that they recognise it", reader(tokenNameSchema))
  .action(({ email, name }: { email: string; name: string }) =>
    withDatabase(async () => print(await createTokenFor(email, name))),
  );

command("list-workspaces", "print a line for each workspace: id, members, articles, name, with tabs between").action(
  () =>
    withDatabase(async () => {
      for (const { id, members, articles, name } of await listAllWorkspaces())
        print([id, members, articles, name].join("\t"));
    }),
);

function command(name: string, description: string): Command {
  return program.command(name).description(description);
}

/** Reads an option by the schema that the same field has everywhere else. */
function reader<T>(schema: z.ZodType<T>) {
  return (value: string): T => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new InvalidArgumentError(parsed.error.issues.map(({ message }) => message).join(" "));
  };
}

/** Runs the work with the password from standard input, or with a new one that is printed when the work is done. */
async function withPassword(
  { passwordStdin }: PasswordOption,
  work: (password: string) => Promise<void>,
): Promise<void> {
  if (!passwordStdin) {
    const password = newPassword();
    await withDatabase(() => work(password));
    return print(password);
  }
  const given = newPasswordSchema.safeParse((await text(process.stdin)).replace(/\r?\n$/, ""));
  if (!given.success) throw new AppError("invalid-input", given.error.issues.map(({ message }) => message).join(" "));
  await withDatabase(() => work(given.data));
}

async function withDatabase(work: () => Promise<void>): Promise<void> {
  const database = await openDatabase(settings(), "guest");
  try {
    await work();
  } finally {
    await closeDb();
    await database.close();
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function say(words: string): void {
  process.stderr.write(words);
}

function exitCodeFor(error: unknown): number {
  // Commander has said what is wrong, or shown the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : notUnderstood;
  if (error instanceof AppError || error instanceof StartRefused) say(`${error.message}\n`);
  else
    say(`This failed in a way that Rejoinder doesn't know.\n${error instanceof Error ? error.stack : String(error)}\n`);
  return failed;
}

process.exitCode = await program.parseAsync().then(() => 0, exitCodeFor);
