import { expect, test } from "vitest";
import { closingLine, playwrightCounts, sum, vitestCounts, withRunnersVerdict } from "./counts.mjs";

test("both runners' reports are counted and added up to the closing line", () => {
  const unit = vitestCounts({ numPassedTests: 700, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 });
  const e2e = playwrightCounts({ stats: { expected: 20, unexpected: 2, flaky: 1, skipped: 0 } });
  const lint = { passed: 1, failed: 0, skipped: 0 };
  expect(closingLine(sum([unit, e2e, lint]))).toBe("722 passed, 3 failed, 3 skipped");
  expect(closingLine(lint)).toBe("1 passed, 0 failed");
});

test("a runner that fails without a failing test is a failure all the same", () => {
  const green = { passed: 5, failed: 0, skipped: 0 };
  expect(withRunnersVerdict(green, true)).toEqual(green);
  expect(withRunnersVerdict(green, false).failed).toBe(1);
  expect(withRunnersVerdict({ ...green, failed: 3 }, false).failed).toBe(3);
});
