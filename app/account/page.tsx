/** One's own account. */
import { Text } from "@mantine/core";
import type { Metadata } from "next";
import { currentSignInId, requirePerson } from "@/app/session";
import { PreferencesForm } from "@/components/notices/PreferencesForm";
import { ApiTokens } from "@/components/people/ApiTokens";
import { LinkedProviders } from "@/components/people/LinkedProviders";
import { PasswordForm } from "@/components/people/PasswordForm";
import { ProfileForm } from "@/components/people/ProfileForm";
import { SignInList } from "@/components/people/SignInList";
import { Header } from "@/components/shell/Header";
import { SettingsPage, SettingsSection } from "@/components/shell/SettingsPage";
import { OwnWorkspaces } from "@/components/workspaces/OwnWorkspaces";
import { countUnread } from "@/lib/notices/inbox";
import { readPreferences } from "@/lib/notices/preferences";
import { listApiTokens } from "@/lib/people/api-tokens";
import { listLinkedProviders } from "@/lib/people/linked-providers";
import { listSignIns } from "@/lib/people/sign-ins";
import { passwordState } from "@/lib/people/users";
import { waysIn } from "@/lib/people/ways-in";
import { accountPlace } from "@/lib/places";
import { listWorkspaces } from "@/lib/workspaces/workspaces";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const person = await requirePerson(accountPlace());
  const [workspaces, signIns, tokens, linked, password, preferences] = await Promise.all([
    listWorkspaces(person.id),
    currentSignInId().then((signInId) => listSignIns(person.id, signInId)),
    listApiTokens(person.id),
    listLinkedProviders(person.id),
    passwordState(person.id),
    readPreferences(person.id),
  ]);
  const { providers } = waysIn();
  return (
    <>
      <Header
        workspaceId={null}
        workspaces={workspaces}
        person={person}
        unread={await countUnread(person.id, new Date())}
      />
      <SettingsPage title="Your account">
        <SettingsSection id="profile" title="You" about="How others see you beside what you mark and write.">
          <ProfileForm person={person} />
        </SettingsSection>
        <SettingsSection id="workspaces" title="Workspaces">
          <OwnWorkspaces workspaces={workspaces} />
        </SettingsSection>
        <SettingsSection
          id="notices"
          title="Notices"
          about="What you hear of, here and by mail. Hourly and daily letters hold all that you haven't read by then."
        >
          <PreferencesForm preferences={preferences} />
        </SettingsSection>
        <SettingsSection
          id="password"
          title="Password"
          about="Changing it signs every other device out. API tokens go on working."
        >
          {password === "demo" ? (
            <Text size="sm">The demo’s people keep their password.</Text>
          ) : (
            <PasswordForm hasPassword={password === "set"} email={person.email} />
          )}
        </SettingsSection>
        {(providers.length > 0 || linked.length > 0) && (
          <SettingsSection id="providers" title="Ways to sign in" about="Beside your mail address.">
            <LinkedProviders providers={providers} linked={linked} />
          </SettingsSection>
        )}
        <SettingsSection
          id="devices"
          title="Devices"
          about="Where you are signed in. Sign out what you don't recognise, then change your password."
        >
          <SignInList signIns={signIns} />
        </SettingsSection>
        <SettingsSection
          id="tokens"
          title="API tokens"
          about={
            <>
              For programs that act for you, with all of your rights. The <a href="/api/v1/openapi.json">API</a> is
              described there.
            </>
          }
        >
          <ApiTokens tokens={tokens} />
        </SettingsSection>
      </SettingsPage>
    </>
  );
}
