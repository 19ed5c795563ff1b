/** Describes the endpoints as an OpenAPI 3.1 document, from the very schemas that they parse with. Pure. */
import { z } from "zod";
import type { Audience, Endpoint } from "@/lib/http/endpoint";
import { problemSchema } from "@/lib/http/problem";

type Json = Record<string, unknown>;

const whoMayCall = (audience: Audience): string => {
  switch (audience) {
    case "public":
      return "Anyone may call it.";
    case "signed-in":
      return "Any person may call it, with a session or a token.";
    case "session":
      return "Only a person signed in at a browser may call it; a token may not.";
    default:
      return `A member of the workspace may call it when their role allows “${audience}”. To others the subject doesn't exist (404).`;
  }
};

/** The document. `appUrl` is where people reach the server. */
export function openApiOf(endpoints: readonly Endpoint[], appUrl: string): Json {
  const schemas = new Schemas();
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint, schemas) };
  }
  const problem = schemas.add("Problem", problemSchema, "output");
  return {
    openapi: "3.1.0",
    info: {
      title: "Rejoinder",
      version: "1",
      description:
        "Send an API token (Account → API tokens) as `Authorization: Bearer rj_…`. Errors are problem details (RFC 9457); their `code` is stable.",
    },
    servers: [{ url: appUrl }],
    paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "rejoinder.session" },
      },
      responses: {
        Problem: { description: "Refused or failed", content: { "application/problem+json": { schema: problem } } },
      },
      schemas: schemas.all,
    },
  };
}

function operationOf(endpoint: Endpoint, schemas: Schemas): Json {
  const { method, path, summary, audience, params, query, body, takesFile, response, status = 200 } = endpoint;
  const name = nameOf(method, path);
  const answered = { description: outcomes[status] };
  const answer =
    status === 204 || status === 303 ? {} : { content: json(schemas.add(`${name}Response`, response, "output")) };
  return {
    operationId: name,
    summary,
    description: whoMayCall(audience),
    security:
      audience === "public" ? [] : audience === "session" ? [{ session: [] }] : [{ token: [] }, { session: [] }],
    parameters: [...parametersOf("path", params, schemas), ...parametersOf("query", query, schemas)],
    ...(body && {
      requestBody: { required: true, content: takesFile ? file : json(schemas.add(`${name}Request`, body, "input")) },
    }),
    responses: { [status]: { ...answered, ...answer }, default: { $ref: "#/components/responses/Problem" } },
  };
}

const outcomes = { 200: "Answered", 201: "Made", 204: "Done", 303: "See the page in `Location`" };

const file = { "application/octet-stream": { schema: { type: "string", format: "binary" } } };
const json = (schema: Json) => ({ "application/json": { schema } });

/** `GET /api/v1/threads/:threadId/comments` → `getThreadsThreadIdComments`. */
function nameOf(method: string, path: string): string {
  const words = path.replace(/^\/api\/v1/, "").split(/[^A-Za-z0-9]+/);
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function parametersOf(place: "path" | "query", schema: z.ZodType | undefined, schemas: Schemas): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemas.inline(schema) as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
  }));
}

/** Collects the document's named schemas. */
class Schemas {
  readonly all: Json = {};

  /** Keeps the schema under the name and returns a reference to it. */
  add(name: string, schema: z.ZodType, io: "input" | "output"): Json {
    const { $defs, ...own } = described(schema, io);
    this.all[name] = own;
    // A schema that contains itself brings definitions of its own; in this document they need names and places of their own.
    for (const [key, definition] of Object.entries(($defs ?? {}) as Json)) this.all[name + key] = definition;
    for (const key of [name, ...Object.keys($defs ?? {}).map((key) => name + key)]) {
      this.all[key] = relinked(this.all[key], name);
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  /** The schema itself, for a place that can't hold a reference. */
  inline(schema: z.ZodType): Json {
    return described(schema, "input");
  }
}

function described(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...own } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return own;
}

/** Points references from the schema's own root to where it stands in the document. */
function relinked(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((each) => relinked(each, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) =>
      key === "$ref" && typeof each === "string"
        ? [
            key,
            each.replace(/^#\/\$defs\//, `#/components/schemas/${name}`).replace(/^#$/, `#/components/schemas/${name}`),
          ]
        : [key, relinked(each, name)],
    ),
  );
}
