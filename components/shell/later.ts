/**
 * Parts of a page whose code comes after the page is alive: when first needed, or as soon as the browser is idle, so that
 * they are there when the network no longer is. A part whose code can't come shows nothing; the page around it stays.
 */
"use client";

import dynamic from "next/dynamic";
import { type ComponentType, useEffect } from "react";

const loads = new Set<() => Promise<unknown>>();
const longestWait = 3000; // ms

/** The component, loaded later. Call it at a module's top. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  loads.add(load);
  const nothing: ComponentType<Props> = () => null;
  return dynamic(() => load().catch(() => nothing));
}

/** Loads every such part once the browser is idle and the page `isReady`. */
export function useLaterParts(isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return;
    const loadAll = () => void Promise.allSettled([...loads].map((load) => load()));
    // Safari has no idle callback.
    const wait = setTimeout(loadAll, longestWait);
    const idle = window.requestIdleCallback?.(() => {
      clearTimeout(wait);
      loadAll();
    });
    return () => {
      clearTimeout(wait);
      if (idle !== undefined) window.cancelIdleCallback(idle);
    };
  }, [isReady]);
}
