/** Guards a moderators' desk: nobody writes in it, and the server neither. */

import type { Followed, Guard, Untidy, Verdict } from "./guard";
import type { HighlightRow } from "./highlight-rows";

export class DeskGuard implements Guard {
  readonly vocabulary = { allowsFormat: () => false, allowsType: () => false };

  questions(): string[] {
    return [];
  }

  prepare(): null {
    return null;
  }

  adopt(): Untidy {
    return { isAstray: false, isExposed: false };
  }

  follow(): Followed {
    return { rows: [], isExposed: false };
  }

  ownRows(): HighlightRow[] {
    return [];
  }

  quotes(): boolean {
    return false;
  }

  judge(): Verdict {
    return { refusal: { code: "read-only", message: "Nobody writes here. It was not saved." } };
  }
}
