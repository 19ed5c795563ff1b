import { beforeAll, expect, test } from "vitest";
import { catalogue } from "@/lib/api/catalogue";
import { definitionOf } from "@/lib/http/implement";
import { loadRoutes, type Route } from "./testing/routes";

/** Routes that next-auth answers, not we. */
const nextAuth = "/api/auth/:nextauth";

let routes: Route[];
beforeAll(async () => {
  routes = (await loadRoutes()).filter(({ path }) => path !== nextAuth);
});

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

test("each route's file stands where its endpoint's definition says", () => {
  expect(routes.length).toBeGreaterThan(0);
  for (const route of routes) {
    const definition = definitionOf(route.handler);
    expect(definition && nameOf(definition)).toBe(nameOf(route));
  }
});

test("the catalogue has exactly the endpoints that there are routes for", () => {
  expect(catalogue.map(nameOf).sort()).toEqual(routes.map(nameOf).sort());
  for (const { handler } of routes) expect(catalogue).toContain(definitionOf(handler));
});
