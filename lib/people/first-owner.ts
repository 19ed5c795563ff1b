/** The first owner: how a fresh installation gets its first person, and how nobody else can take their place (database). */
import { createHmac, timingSafeEqual } from "node:crypto";
import { type Config, config } from "@/lib/config/config";
import { servesOnlyThisMachine } from "@/lib/config/settings";
import { db, type Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { rateLimit } from "@/lib/http/rate-limit";
import { createWorkspace } from "@/lib/workspaces/workspaces";
import { hashPassword } from "./password";
import { createUser } from "./users";

interface FirstOwner {
  name: string;
  email: string;
  password: string;
  workspaceName: string;
  setupCode?: string | undefined;
}

/** Any number will do, as long as nothing else in the product locks by it. */
const turnstile = 7_001;

const guesses = rateLimit({
  name: "setup-code",
  times: 10,
  seconds: 60 * 60,
  words: "That were too many setup codes. Nothing was made.",
});

/** Whether nobody but the demo's people has an account yet. */
export async function firstOwnerIsAwaited(tx: Tx = db()): Promise<boolean> {
  return (await tx.user.findFirst({ where: { demo: false }, select: { id: true } })) === null;
}

/**
 * The code that the first owner must type, or null when none is asked: at this machine, whoever is there may set it up.
 *
 * It comes from the secret, so every process and every start shows the same one and nothing has to be kept. It is worth
 * nothing once there is an owner.
 */
export function setupCode({ authSecret, ...reach }: Pick<Config, "authSecret" | "host" | "appUrl">): string | null {
  if (servesOnlyThisMachine(reach)) return null;
  const digest = createHmac("sha256", authSecret).update("rejoinder setup code").digest("hex");
  return (digest.slice(0, 16).match(/.{4}/g) ?? []).join("-");
}

/**
 * Makes the first owner's account and workspace. They also become an owner of the demo's workspace, so that it is theirs to
 * look at and to rename.
 * @param address the client's
 * @throws AppError `gone` when there is a first owner, `wrong-credentials` for a wrong code, `rate-limited`
 */
export async function welcomeFirstOwner(owner: FirstOwner, address: string): Promise<{ workspaceId: string }> {
  if (!(await firstOwnerIsAwaited())) throw tooLate();
  await checkSetupCode(owner.setupCode ?? "", address);
  const passwordHash = await hashPassword(owner.password);
  return db().$transaction(async (tx) => {
    // Of two people who press the button at the same moment, one is first.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${turnstile})`;
    if (!(await firstOwnerIsAwaited(tx))) throw tooLate();
    const { name, email } = owner;
    const { id: userId } = await createUser(tx, { name, email, emailVerified: new Date(), passwordHash });
    const { id: workspaceId } = await createWorkspace(userId, owner.workspaceName, tx);
    const demos = await tx.workspace.findMany({
      where: { memberships: { some: {}, every: { user: { demo: true } } } },
      select: { id: true },
    });
    // Later than their own, because the front door leads to the workspace that one joined first.
    const createdAt = new Date(Date.now() + 1000);
    await tx.membership.createMany({
      data: demos.map(({ id }) => ({ workspaceId: id, userId, role: "owner", createdAt })),
    });
    return { workspaceId };
  });
}

async function checkSetupCode(typed: string, address: string): Promise<void> {
  const code = setupCode(config());
  if (code === null) return;
  await guesses.spend(address);
  // Compared as digests, which have one length, in a time that doesn't depend on how much is right.
  const digest = (text: string) => createHmac("sha256", config().authSecret).update(text).digest();
  if (timingSafeEqual(digest(typed.trim().toLowerCase()), digest(code))) return;
  throw new AppError(
    "wrong-credentials",
    "That is not the setup code. The server printed it when it started, in the terminal or its log. Nothing was made.",
  );
}

function tooLate(): AppError {
  return new AppError(
    "gone",
    "Rejoinder has its first owner already. Sign in, or ask them for an invitation. Nothing was made.",
  );
}
