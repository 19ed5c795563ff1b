/** Answers while the process lives, whatever the state of its database. */
import { implement } from "@/lib/http/implement";
import { readHealth } from "@/lib/process/endpoints";

export const GET = implement(readHealth, { handle: async () => ({ status: "alive" as const }) });
