import {
  ActionIcon,
  AppShell,
  Badge,
  Box,
  Burger,
  Group,
  Menu,
  NavLink,
  ScrollArea,
  Stack,
  Text,
  Tooltip,
  UnstyledButton,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconChevronDown,
  IconClipboardCheck,
  IconDatabase,
  IconHistory,
  IconKey,
  IconListCheck,
  IconLogout,
  IconMessageCircle,
  IconMoon,
  IconSettings,
  IconShieldCheck,
  IconSun,
  IconUsers,
} from '@tabler/icons-react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { useSession, useSignOut } from '../session/use-session';
import { may } from '../session/may';
import { useInboxCount } from '../review/use-review';
import { Brand } from './Brand';
import { isClosed, navigationFor, type Place } from './navigation';

const PLACES: { readonly [place in Place]: { readonly label: string; readonly icon: typeof IconKey } } = {
  ask: { label: 'Ask', icon: IconMessageCircle },
  rules: { label: 'Rules', icon: IconListCheck },
  review: { label: 'Review', icon: IconClipboardCheck },
  'record-types': { label: 'Record types', icon: IconDatabase },
  prompts: { label: 'Prompts', icon: IconHistory },
  audit: { label: 'Audit', icon: IconShieldCheck },
  people: { label: 'People', icon: IconUsers },
  'api-keys': { label: 'API keys', icon: IconKey },
  settings: { label: 'Settings', icon: IconSettings },
};

export function Shell() {
  const session = useSession();
  const [opened, { toggle, close }] = useDisclosure();
  const location = useLocation();
  const waiting = useInboxCount(may(session.rights, 'review'));
  return (
    <AppShell
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      header={{ height: { base: 52, sm: 0 } }}
      padding={{ base: 'md', md: 'xl' }}
    >
      <a className="skip-link" href="#content" onClick={event => focusContent(event)}>
        Skip to content
      </a>
      <AppShell.Header hiddenFrom="sm" px="md">
        <Group h="100%">
          <Burger opened={opened} onClick={toggle} size="sm" aria-label="Navigation" />
          <Brand />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="md">
        <Box px={8} pt={6} pb="lg" visibleFrom="sm">
          <Brand />
        </Box>
        <ScrollArea style={{ flex: 1 }}>
          <Stack gap="md" component="nav" aria-label="Main">
            {navigationFor(session.rights).map((group, index) => (
              <div key={index}>
                {group.label ? (
                  <Text size="xs" c="dimmed" fw={600} px={10} pb={4}>
                    {group.label}
                  </Text>
                ) : null}
                {group.places.map(place => {
                  const { label, icon: Icon } = PLACES[place];
                  const active = location.pathname === `/${place}` || location.pathname.startsWith(`/${place}/`);
                  return (
                    <NavLink
                      key={place}
                      className="nav-link"
                      component={Link}
                      to={`/${place}`}
                      label={label}
                      active={active}
                      aria-current={active ? 'page' : undefined}
                      leftSection={<Icon size={19} stroke={1.7} />}
                      rightSection={
                        place === 'review' && waiting ? (
                          <Badge size="sm" variant="filled" aria-label={`${waiting} waiting`}>
                            {waiting}
                          </Badge>
                        ) : null
                      }
                      onClick={close}
                    />
                  );
                })}
              </div>
            ))}
          </Stack>
        </ScrollArea>
        <Account />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} style={{ outline: 0 }}>
        {/* Whoever signed in where somebody else left starts where they may. */}
        {isClosed(session.rights, location.pathname) ? <Navigate to="/" replace /> : <Outlet />}
      </AppShell.Main>
    </AppShell>
  );
}

/** The hash belongs to the router, so the skip link moves the focus itself. */
function focusContent(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function Account() {
  const { user, mode } = useSession();
  const signOut = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isDark =
    colorScheme === 'dark' || (colorScheme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  const other = isDark ? 'light' : 'dark';
  return (
    <Group gap={6} wrap="nowrap" pt="sm" style={{ borderTop: '1px solid var(--line)' }}>
      <Menu position="top-start" width={200}>
        <Menu.Target>
          <UnstyledButton data-testid="account" px={8} py={6} style={{ flex: 1, minWidth: 0 }}>
            <Group gap={6} wrap="nowrap">
              <Box style={{ minWidth: 0, flex: 1 }}>
                <Text size="sm" fw={600} truncate>
                  {user.name}
                </Text>
                <Text size="xs" c="dimmed">
                  {mode === 'demo' ? 'Demo' : 'Signed in'}
                </Text>
              </Box>
              <IconChevronDown size={15} />
            </Group>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
            {mode === 'demo' ? 'Continue as someone else' : 'Sign out'}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Tooltip label={`Show in ${other} colours`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Show in ${other} colours`}
          onClick={() => setColorScheme(other)}
        >
          {isDark ? <IconSun size={18} stroke={1.7} /> : <IconMoon size={18} stroke={1.7} />}
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
