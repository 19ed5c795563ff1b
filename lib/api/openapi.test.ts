import { describe, expect, it } from "vitest";
import { z } from "zod";
import { endpoint } from "@/lib/http/endpoint";
import { catalogue } from "./catalogue";
import { openApiOf } from "./openapi";

interface Operation {
  operationId: string;
  parameters: { name: string; in: string; required: boolean }[];
  responses: Record<string, unknown>;
}
const documentOf = (...given: Parameters<typeof openApiOf>) =>
  openApiOf(...given) as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, unknown> };
  };
const document = documentOf(catalogue, "https://rejoinder.example");
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

/** Every $ref anywhere in the value. */
function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === "$ref" ? [String(each)] : references(each)));
}

describe("the API's description", () => {
  it("has every endpoint, each under a name of its own", () => {
    expect(operations).toHaveLength(catalogue.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(catalogue.length);
  });

  it("points at nothing that isn't there", () => {
    for (const reference of references(document)) {
      const parts = reference.replace(/^#\//, "").split("/");
      const target = parts.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document);
      expect(target, reference).toBeDefined();
    }
  });

  it("names each parameter that stands in the path", () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters } of Object.values(methods)) {
        expect(parameters.filter(({ in: place }) => place === "path").map(({ name }) => name)).toEqual(inPath);
      }
    }
  });

  it("says what may be sent and what comes back", () => {
    const { paths, components } = documentOf(
      [
        endpoint({
          method: "POST",
          path: "/api/v1/shelves/:shelfId/books",
          summary: "Put a book on the shelf",
          audience: "signed-in",
          params: z.object({ shelfId: z.uuid() }),
          body: z.object({ title: z.string().trim().min(1), pages: z.number().int().default(1) }),
          response: z.object({ id: z.uuid() }),
          status: 201,
        }),
      ],
      "https://rejoinder.example",
    );
    expect(paths["/api/v1/shelves/{shelfId}/books"]?.post).toMatchObject({
      operationId: "postShelvesShelfIdBooks",
      responses: { 201: { content: { "application/json": { schema: { $ref: expect.any(String) } } } } },
    });
    expect(components.schemas.postShelvesShelfIdBooksRequest).toMatchObject({
      type: "object",
      properties: { title: { type: "string", minLength: 1 }, pages: { type: "integer", default: 1 } },
      required: ["title"],
    });
  });

  it("follows a schema that contains itself", () => {
    const node: z.ZodType = z.lazy(() => z.object({ word: z.string(), parts: z.array(node).optional() }));
    const tree = endpoint({
      method: "GET",
      path: "/api/v1/tree",
      summary: "A tree",
      audience: "public",
      response: z.object({ root: node }),
    });
    const { components } = documentOf([tree], "https://rejoinder.example");
    const found = references(components.schemas);
    expect(found.length).toBeGreaterThan(0);
    for (const reference of found) expect(components.schemas).toHaveProperty(reference.split("/").slice(3));
  });
});
