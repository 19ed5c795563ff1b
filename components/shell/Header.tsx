/** The strip at the top of a workspace's pages: where one is, where one can go, and one's own menu. */
"use client";

import { Group, Menu, UnstyledButton, useMantineColorScheme, VisuallyHidden } from "@mantine/core";
import {
  IconBell,
  IconCheck,
  IconChevronDown,
  IconGavel,
  IconListNumbers,
  IconMoon,
  IconSettings,
  IconSun,
  IconTimeline,
  IconUser,
} from "@tabler/icons-react";
import Link from "next/link";
import { isAtLeast, type Role } from "@/lib/access/policies";
import type { Person } from "@/lib/people/actor";
import { accountPlace, deskPlace, moderationLogPlace, noticesPlace, rulesPlace } from "@/lib/places";
import { Bell } from "./Bell";
import classes from "./Header.module.css";
import { PersonAvatar } from "./PersonAvatar";
import { SignOutItem } from "./SignOutItem";
import { Wordmark } from "./Wordmark";

interface Props {
  /** Null on pages that belong to no workspace. */
  workspaceId: string | null;
  /** With the person's role in each. */
  workspaces: { id: string; name: string; role: Role }[];
  person: Person;
  /** How much one was told and hasn't read. */
  unread: number;
}

export function Header({ workspaceId, workspaces, person, unread }: Props) {
  return (
    <header className={classes.header}>
      <a className={classes.skip} href="#main">
        Skip to the content
      </a>
      <Group gap="md" wrap="nowrap" className={classes.left}>
        <Link
          href={workspaceId ? `/w/${workspaceId}` : "/"}
          // The front door only redirects, so there is nothing to load beforehand.
          prefetch={workspaceId === null ? false : undefined}
          className={classes.home}
          aria-label="Rejoinder: library"
        >
          <Wordmark />
        </Link>
        <WorkspaceMenu workspaceId={workspaceId} workspaces={workspaces} />
      </Group>
      <Group gap="xs" wrap="nowrap">
        {/* The room hangs its status and the people who are here in this place. */}
        <div id="header-place" className={classes.place} />
        <Bell unread={unread} />
        <OwnMenu person={person} />
      </Group>
    </header>
  );
}

function WorkspaceMenu({ workspaceId, workspaces }: Pick<Props, "workspaceId" | "workspaces">) {
  if (workspaces.length === 0) return null;
  const here = workspaces.find(({ id }) => id === workspaceId);
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.workspace}>
          <span className={classes.workspaceName}>{here?.name ?? "Your workspaces"}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {workspaces.map(({ id, name }) => (
          <Menu.Item
            key={id}
            component={Link}
            href={`/w/${id}`}
            rightSection={id === workspaceId && <IconCheck size={14} aria-label="here" />}
          >
            {name}
          </Menu.Item>
        ))}
        {workspaceId !== null && here && (
          <>
            <Menu.Divider />
            <Menu.Item component={Link} href={rulesPlace(workspaceId)} leftSection={<IconListNumbers size={16} />}>
              Rules
            </Menu.Item>
            {isAtLeast(here.role, "moderator") && (
              <Menu.Item component={Link} href={deskPlace(workspaceId)} leftSection={<IconGavel size={16} />}>
                Moderation
              </Menu.Item>
            )}
            <Menu.Item component={Link} href={moderationLogPlace(workspaceId)} leftSection={<IconTimeline size={16} />}>
              Moderation log
            </Menu.Item>
            <Menu.Item component={Link} href={`/w/${workspaceId}/settings`} leftSection={<IconSettings size={16} />}>
              Members and settings
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function OwnMenu({ person }: { person: Person }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes = [
    { value: "light", label: "Light", icon: <IconSun size={16} /> },
    { value: "dark", label: "Dark", icon: <IconMoon size={16} /> },
  ] as const;
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <UnstyledButton>
          <PersonAvatar person={person} />
          <VisuallyHidden>Your menu, {person.name}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.name}</Menu.Label>
        <Menu.Item component={Link} href={accountPlace()} leftSection={<IconUser size={16} />}>
          Your account
        </Menu.Item>
        <Menu.Item component={Link} href={noticesPlace} leftSection={<IconBell size={16} />}>
          Notices
        </Menu.Item>
        <Menu.Divider />
        {schemes.map(({ value, label, icon }) => (
          <Menu.Item
            key={value}
            leftSection={icon}
            onClick={() => setColorScheme(colorScheme === value ? "auto" : value)}
            rightSection={colorScheme === value && <IconCheck size={14} aria-label="chosen" />}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <SignOutItem userId={person.id} />
      </Menu.Dropdown>
    </Menu>
  );
}
