/** A label's name with its icon, in its colour. */
import { type Label, labelNames } from "@/lib/highlights/labels";
import "./labels.css";
import classes from "./LabelTag.module.css";
import { labelIcons } from "./label-icons";

export function LabelTag({ label }: { label: Label }) {
  const Icon = labelIcons[label];
  return (
    <span className={classes.tag} data-label={label}>
      <Icon size={14} stroke={1.75} aria-hidden />
      {labelNames[label]}
    </span>
  );
}
