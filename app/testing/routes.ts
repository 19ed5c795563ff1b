/** Every route of the app as its files export it, for tests that walk them all. */
import { globSync } from "node:fs";
import { join } from "node:path";
import type { Method } from "@/lib/http/endpoint";
import type { RouteHandler } from "@/lib/http/implement";

export interface Route {
  method: Method;
  /** The file's place as an endpoint writes it: `/api/v1/threads/:threadId/comments`. */
  path: string;
  handler: RouteHandler;
}

const methods: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const app = join(import.meta.dirname, "..");

/** Imports each `route.ts` and returns what it answers, by path. */
export async function loadRoutes(): Promise<Route[]> {
  const files = globSync("**/route.ts", { cwd: app }).sort();
  const routes = await Promise.all(
    files.map(async (file) => {
      const exported = (await import(/* @vite-ignore */ join(app, file))) as Partial<Record<string, RouteHandler>>;
      return methods.flatMap((method): Route[] => {
        const handler = exported[method];
        return handler ? [{ method, path: pathOf(file), handler }] : [];
      });
    }),
  );
  return routes.flat();
}

/** `api/v1/threads/[threadId]/comments/route.ts` → `/api/v1/threads/:threadId/comments`. */
function pathOf(file: string): string {
  return `/${file.replace(/\/?route\.ts$/, "").replaceAll(/\[(?:\.{3})?(\w+)\]/g, ":$1")}`;
}
