/** Measures inside the page, to the paint that shows the change: installed before the page's own scripts. */
import type { Page } from "@playwright/test";

declare global {
  interface Window {
    /** When the last key went down, on the clock that all pages of the machine share, in ms. */
    benchKeyAt: number;
    /** The shared clock's time once a paint has shown what `holds` tells of. */
    benchWhen: (holds: () => boolean) => Promise<number>;
    /** What the last measure waits for. It is begun before the key is pressed, and asked for after. */
    benchShown: Promise<number>;
  }
}

/** Gives every page of this context the stopwatch. */
export async function installStopwatch(page: Page): Promise<void> {
  // tsx names functions with a helper of its own, which a page doesn't have.
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.addInitScript(() => {
    window.benchKeyAt = 0;
    window.addEventListener(
      "keydown",
      ({ timeStamp }) => {
        window.benchKeyAt = performance.timeOrigin + timeStamp;
      },
      { capture: true },
    );
    window.benchWhen = (holds) =>
      new Promise((done) => {
        const look = () => {
          if (!holds()) return;
          observer.disconnect();
          // The frame that is being made shows it; what is queued behind that frame runs after its paint.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.timeOrigin + performance.now());
            port2.postMessage(null);
          });
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        look();
      });
  });
}

/** When a paint showed what `benchShown` was begun for. */
export function shownAt(page: Page): Promise<number> {
  return page.evaluate(() => window.benchShown);
}

/** When the last key went down in the page. */
export function keyDownAt(page: Page): Promise<number> {
  return page.evaluate(() => window.benchKeyAt);
}
