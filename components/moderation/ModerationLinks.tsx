/** The ways from one of moderation's pages to the others. */
import { Group } from "@mantine/core";
import { TextLink } from "@/components/shell/TextLink";
import {
  deskPlace,
  moderationHealthPlace,
  moderationLogPlace,
  moderationRulesPlace,
  rulesPlace,
  savedRepliesPlace,
} from "@/lib/places";

const places = [
  { name: "Desk", placeOf: (workspaceId: string) => deskPlace(workspaceId) },
  { name: "Saved replies", placeOf: savedRepliesPlace },
  { name: "Health", placeOf: moderationHealthPlace },
  { name: "Rules", placeOf: rulesPlace },
  { name: "Watched words", placeOf: moderationRulesPlace },
  { name: "Log", placeOf: moderationLogPlace },
] as const;

interface Props {
  workspaceId: string;
  /** The page that one is on. */
  here: (typeof places)[number]["name"];
}

export function ModerationLinks({ workspaceId, here }: Props) {
  return (
    <Group component="nav" gap="md" mb={here === "Desk" ? 0 : "lg"} aria-label="Moderation">
      {places.map(({ name, placeOf }) =>
        name === here ? null : (
          <TextLink key={name} href={placeOf(workspaceId)} size="sm">
            {name}
          </TextLink>
        ),
      )}
    </Group>
  );
}
