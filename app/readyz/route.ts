/** Answers while the process can serve. */
import { implement } from "@/lib/http/implement";
import { readReadiness } from "@/lib/process/endpoints";
import { assertDatabaseAnswers } from "@/lib/process/readiness";

export const GET = implement(readReadiness, {
  handle: async () => {
    await assertDatabaseAnswers();
    return { status: "ready" as const };
  },
});
