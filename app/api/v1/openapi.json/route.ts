/** The API's description of itself. */
import { catalogue } from "@/lib/api/catalogue";
import * as endpoints from "@/lib/api/endpoints";
import { openApiOf } from "@/lib/api/openapi";
import { config } from "@/lib/config/config";
import { implement } from "@/lib/http/implement";

export const GET = implement(endpoints.readOpenApi, { handle: async () => openApiOf(catalogue, config().appUrl) });
