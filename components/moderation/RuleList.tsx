/** The workspace's numbered rules, as everybody reads them. */
import { Text } from "@mantine/core";
import type { Rule } from "@/lib/moderation/schema";
import classes from "./RuleList.module.css";

export function RuleList({ rules }: { rules: readonly Rule[] }) {
  if (rules.length === 0) return <Text c="dimmed">This workspace has no rules yet.</Text>;
  return (
    <ol className={classes.rules}>
      {rules.map(({ id, number, title, text }) => (
        <li key={id} id={`rule-${number}`} value={number} className={classes.rule}>
          <b>{title}</b>
          {text && <p className={classes.text}>{text}</p>}
        </li>
      ))}
    </ol>
  );
}
