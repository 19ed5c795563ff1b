/** The API's description of itself. */
import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";

export const readOpenApi = endpoint({
  method: "GET",
  path: "/api/v1/openapi.json",
  summary: "This description",
  audience: "public",
  response: z.record(z.string(), z.unknown()),
});
