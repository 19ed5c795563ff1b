/** How moderation goes: flags, time to decision, what was overturned and who comes again, as small charts. */
import { Button, Group, Text, TextInput } from "@mantine/core";
import { Row, Rows } from "@/components/shell/Rows";
import { SettingsSection } from "@/components/shell/SettingsPage";
import { TextLink } from "@/components/shell/TextLink";
import { When } from "@/components/shell/When";
import { spanInWords } from "@/lib/dates";
import { shareOverturned } from "@/lib/moderation/health";
import type { Health } from "@/lib/moderation/health.schema";
import { memberRecordPlace } from "@/lib/places";
import { WeekChart } from "./WeekChart";

interface Props {
  workspaceId: string;
  health: Health;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
const none = "–";
const spanOrNone = (ms: number | null) => (ms === null ? none : spanInWords(ms));

export function HealthView({ workspaceId, health: { from, to, total, weeks, repeatCases } }: Props) {
  const isEmpty = total.flags === 0 && total.decisions === 0 && total.restrictions === 0;
  const share = shareOverturned(total);
  return (
    <>
      <form method="get" aria-label="Which time">
        <Group align="flex-end" my="lg">
          <TextInput type="date" name="from" label="From the week of" defaultValue={from} />
          <TextInput type="date" name="to" label="To the week of" defaultValue={to} />
          <Button type="submit" variant="default">
            Show
          </Button>
        </Group>
      </form>
      {isEmpty ? (
        <Text c="dimmed">
          Nothing was flagged or decided in these weeks. Choose an earlier time, or come back when there was something
          to moderate.
        </Text>
      ) : (
        <>
          <SettingsSection
            id="flags"
            title="Flags"
            about={`${total.flags} in all, without those that were taken back.`}
          >
            <WeekChart
              label="Flags per week"
              weeks={weeks.map(({ week }) => week)}
              series={[{ name: "Flags", values: weeks.map(({ flags }) => flags), write: String }]}
            />
          </SettingsSection>
          <SettingsSection
            id="wait"
            title="Time to decision"
            about={
              total.medianWait === null
                ? "Nothing was decided in these weeks."
                : `Half of ${total.decisions} decisions came within ${spanOrNone(total.medianWait)} of the first flag, nine of ten within ${spanOrNone(total.p90Wait)}.`
            }
          >
            {total.medianWait !== null && (
              <WeekChart
                label="Time to decision per week"
                weeks={weeks.map(({ week }) => week)}
                series={[
                  { name: "Nine of ten within", values: weeks.map(({ p90Wait }) => p90Wait), write: spanInWords },
                  { name: "Half within", values: weeks.map(({ medianWait }) => medianWait), write: spanInWords },
                ]}
              />
            )}
          </SettingsSection>
          <SettingsSection
            id="overturned"
            title="Overturned"
            about={
              share === null
                ? "Nothing was restricted in these weeks."
                : `${total.overturned} of ${total.restrictions} restrictions were overturned on appeal: ${percent(share)}. Those of the last weeks may still be appealed.`
            }
          >
            {share !== null && (
              <WeekChart
                label="Share of each week’s restrictions that was overturned"
                weeks={weeks.map(({ week }) => week)}
                series={[{ name: "Overturned", values: weeks.map(shareOverturned), write: percent }]}
                most={1}
              />
            )}
          </SettingsSection>
          <SettingsSection
            id="repeat"
            title="Repeat cases"
            about="Members with at least two restrictions in this time that hold."
          >
            {repeatCases.length === 0 ? (
              <Text c="dimmed">Nobody.</Text>
            ) : (
              <Rows label="Repeat cases">
                {repeatCases.map(({ member, restrictions, latest }) => (
                  <Row
                    key={member.id}
                    title={<TextLink href={memberRecordPlace(workspaceId, member.id)}>{member.name}</TextLink>}
                    detail={
                      <>
                        {restrictions} restrictions, the last <When at={Date.parse(latest)} />
                      </>
                    }
                  />
                ))}
              </Rows>
            )}
          </SettingsSection>
        </>
      )}
    </>
  );
}
