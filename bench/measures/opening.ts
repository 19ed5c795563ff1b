/** How long it takes to open a room with many highlights: until it can be read, and until one can mark a passage. */
import { duration, found, type Row } from "../result";
import { openUntilMarkable } from "../room";
import { type PreparedArticle, pageOf, type Setting } from "../setting";
import { percentile } from "../statistics";
import { installStopwatch } from "../stopwatch";

const openings = 7;

export async function measureOpening(setting: Setting, { room, highlightIds }: PreparedArticle): Promise<Row[]> {
  const read: number[] = [];
  const markable: number[] = [];
  for (let opening = 0; opening < openings; opening += 1) {
    // A new context each time: nothing is cached, as for someone who comes for the first time.
    const { context, page } = await pageOf(setting, "annotator");
    await installStopwatch(page);
    markable.push(await openUntilMarkable(page, room));
    read.push(
      await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN),
    );
    await context.close();
  }
  const many = highlightIds.length.toLocaleString("en");
  return [
    found(
      `Opening a room with ${many} highlights until it can be read (median of ${openings})`,
      duration(percentile(read, 0.5)),
    ),
    found(`… until one can mark a passage (median of ${openings})`, duration(percentile(markable, 0.5))),
  ];
}
