import { describe, expect, it } from "vitest";
import { colors, leastUsedColor } from "./colors";

/** WCAG 2.2's relative luminance and contrast. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe("a person's colour", () => {
  it.each(colors)("%s carries a white name and stands out on light and dark paper", (color) => {
    expect(contrast(color, "#ffffff")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color, "#faf8f4")).toBeGreaterThanOrEqual(3);
    expect(contrast(color, "#1e1c19")).toBeGreaterThanOrEqual(3);
  });

  it("is the one that fewest others have", () => {
    expect(leastUsedColor([])).toBe(colors[0]);
    expect(leastUsedColor([colors[0], colors[1], colors[0]])).toBe(colors[2]);
    expect(leastUsedColor([...colors, colors[0]])).toBe(colors[1]);
  });
});
