/** A label's icon in its colour. Its name stands beside it or names the control, so it is silent. */
import type { Label } from "@/lib/highlights/labels";
import { labelIcons } from "./label-icons";

export function LabelIcon({ label, size = 16 }: { label: Label; size?: number }) {
  const Icon = labelIcons[label];
  return <Icon size={size} stroke={1.75} color={`var(--label-${label})`} aria-hidden />;
}
