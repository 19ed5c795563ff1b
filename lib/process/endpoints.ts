/** What a supervisor or a load balancer asks: whether the process lives, and whether it can serve. */
import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";

export const readHealth = endpoint({
  method: "GET",
  path: "/healthz",
  summary: "Whether the process lives",
  audience: "public",
  response: z.object({ status: z.literal("alive") }),
});

export const readReadiness = endpoint({
  method: "GET",
  path: "/readyz",
  summary: "Whether the process can serve: its database answers",
  audience: "public",
  response: z.object({ status: z.literal("ready") }),
});
