/** An icon for each label, so that nobody needs to tell colours apart. */
import {
  IconAlertTriangle,
  IconBook2,
  IconBulb,
  IconFileCheck,
  IconFlag,
  IconHelpCircle,
  IconNote,
} from "@tabler/icons-react";
import type { Label } from "@/lib/highlights/labels";

export const labelIcons: Record<Label, typeof IconFlag> = {
  claim: IconFlag,
  evidence: IconFileCheck,
  assumption: IconBulb,
  question: IconHelpCircle,
  fallacy: IconAlertTriangle,
  definition: IconBook2,
  note: IconNote,
};
