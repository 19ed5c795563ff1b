/** An icon for each label, so that nobody needs to tell colours apart. */
import {
  IconAlertTriangle,
  IconBook2,
  IconBulb,
  IconFileCheck,
  IconHelpCircle,
  IconNote,
  IconSpeakerphone,
  type TablerIcon,
} from "@tabler/icons-react";
import type { Label } from "@/lib/highlights/labels";

export const labelIcons: Record<Label, TablerIcon> = {
  claim: IconSpeakerphone,
  evidence: IconFileCheck,
  assumption: IconBulb,
  question: IconHelpCircle,
  fallacy: IconAlertTriangle,
  definition: IconBook2,
  note: IconNote,
};
