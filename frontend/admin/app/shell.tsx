import { AppShell, Badge, Burger, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { useApi } from '../api/api';
import { send } from '../api/change';
import { useFollowBranch } from '../api/follow_branch';
import { useLanguage } from '../language/language';
import { useWords } from '../language/words';
import { Choice } from '../parts/choice';
import { ColorSchemeButton } from '../parts/color_scheme_button';
import { Empty } from '../parts/empty';
import { LanguageButton } from '../parts/language_button';
import { VideoIcon } from '../parts/video_icon';
import { BranchContext, knownBranch, rememberBranch, useBranch, wantedBranch } from '../session/branch';
import { type Entry, groupsOf, mayOpen } from './navigation';
import { PaletteButton } from './palette_button';
import { keepPush, leavePush } from '../session/push';
import { type Branch, useSession } from '../session/session';
import { signOut } from '../session/sign_out';
import styles from './shell.module.css';
import { today } from '../session/today';
import { sessionWords } from '../session/words';
import { appWords } from './words';

// Only chains need them.
const chain = () => import('./chain');
const BranchElsewhere = lazy(async () => ({ default: (await chain()).BranchElsewhere }));
const WhileNotReady = lazy(() => import('../features/first_day/while_not_ready'));
const NeedsYouCount = lazy(() => import('../features/needs_you/needs_you_count'));
const WaitingNotice = lazy(() => import('../features/room/waiting_notice'));
const BranchSearch = lazy(async () => ({ default: (await chain()).BranchSearch }));

const mainId = 'main';

/** Every page, once its branch is known: that of the address, else the last one used, else the first. */
export function Shell() {
  const session = useSession();
  const { filiale } = useSearch({ strict: false }) as { filiale?: string };
  const wanted = wantedBranch(filiale);
  const known = knownBranch(session, wanted);
  if (!known && wanted !== null && session.hasMoreBranches) {
    return (
      <Suspense>
        <BranchElsewhere slug={wanted}>
          <Frame />
        </BranchElsewhere>
      </Suspense>
    );
  }
  return (
    <BranchContext value={known}>
      <Frame />
    </BranchContext>
  );
}

/** The frame of a page: branch, navigation and the signed-in person. */
function Frame() {
  const t = useWords(appWords);
  const session = useSession();
  const branch = useBranch();
  const { client, freshness } = useApi();
  const { language } = useLanguage();
  const [isOpen, { toggle, close }] = useDisclosure();
  useFollowBranch(branch.id, branch.lastChangeId);
  useEffect(() => rememberBranch(branch.slug), [branch.slug]);
  useEffect(() => void keepPush(client, language), [client, language]);

  async function leave() {
    freshness.end();
    await leavePush(client);
    await send(client, signOut, { input: {} });
    session.restart();
  }

  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: !isOpen } }} padding={{ base: 'md', md: 'lg' }}>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="xs">
          <a href={`#${mainId}`} className={styles.skip}>
            {t.skip}
          </a>
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger opened={isOpen} onClick={toggle} hiddenFrom="md" size="sm" aria-label={t.menu} aria-expanded={isOpen} />
            <BranchName branch={branch} />
            <VideoOnlyBadge branch={branch} />
          </Group>
          <Group gap={4} wrap="nowrap">
            <Text size="sm" visibleFrom="sm" truncate>
              {session.me.profile.displayName}
            </Text>
            <Button variant="subtle" size="compact-md" visibleFrom="sm" onClick={() => void leave()}>
              {t.signOut}
            </Button>
            <PaletteButton />
            <Group gap={4} wrap="nowrap" visibleFrom="sm">
              <LanguageButton />
              <ColorSchemeButton />
            </Group>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" className={styles.navigation} aria-label={t.navigation}>
        {groupsOf(session).map(({ name, entries }) => (
          <div key={name} className={styles.group}>
            <h2 className={styles.section}>{t[name]}</h2>
            {entries.map((entry) =>
              entry.to === '/erste-schritte' ? (
                <Suspense key={entry.to}>
                  <WhileNotReady>
                    <NavigationLink entry={entry} onFollow={close} />
                  </WhileNotReady>
                </Suspense>
              ) : (
                <NavigationLink key={entry.to} entry={entry} onFollow={close} />
              ),
            )}
          </div>
        ))}
        <Group mt="auto" pt="md" gap={4} hiddenFrom="sm">
          <Button variant="subtle" size="compact-md" onClick={() => void leave()}>
            {t.signOut}
          </Button>
          <LanguageButton />
          <ColorSchemeButton />
        </Group>
      </AppShell.Navbar>
      <AppShell.Main id={mainId} tabIndex={-1}>
        <ConnectionBanner />
        <Suspense>
          <WaitingNotice />
        </Suspense>
        <NewPinNotice />
        <UnknownZoneNotice branch={branch} />
        <OpenPage />
      </AppShell.Main>
    </AppShell>
  );
}

function NavigationLink({ entry: { to, name, icon: Icon }, onFollow }: { entry: Entry; onFollow(): void }) {
  const t = useWords(appWords);
  return (
    <Link to={to} className={styles.link} onClick={onFollow}>
      <Icon size={20} stroke={1.6} aria-hidden="true" />
      {t[name]}
      {name === 'needsYou' && (
        <Suspense>
          <NeedsYouCount />
        </Suspense>
      )}
    </Link>
  );
}

interface BranchProps {
  branch: Branch;
}

/** The name of the branch, or a switcher if there are several. */
function BranchName({ branch }: BranchProps) {
  const t = useWords(appWords);
  const { branches, hasMoreBranches } = useSession();
  const navigate = useNavigate();
  const mark = <span className={styles.mark} aria-hidden="true" />;
  if (branches.length === 1 && !hasMoreBranches) {
    return (
      <span className={styles.brand}>
        {mark}
        {branch.name}
      </span>
    );
  }
  const choose = (slug: string) => void navigate({ to: '.', search: (before: object) => ({ ...before, filiale: slug }) } as never);
  return (
    <Group gap="xs" wrap="nowrap" miw={0}>
      {mark}
      {hasMoreBranches ? (
        <Suspense>
          <BranchSearch label={t.branch} branch={branch} onChoose={choose} />
        </Suspense>
      ) : (
        <Choice
          aria-label={t.branch}
          value={branch.slug}
          data={branches.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      )}
    </Group>
  );
}

/** A badge shown while video-only mode is on. */
function VideoOnlyBadge({ branch }: BranchProps) {
  const t = useWords(appWords);
  const day = today(branch.timeZone);
  if (!branch.videoOnlyModes.some(({ from, until }) => from <= day && (!until || day <= until))) {
    return null;
  }
  return (
    <Badge color="violet" variant="light" size="lg" tt="none" leftSection={<VideoIcon />}>
      {t.videoOnlyMode}
    </Badge>
  );
}

/** The page of the address, or why the user may not open it. */
function OpenPage() {
  const t = useWords(appWords);
  const session = useSession();
  const { pathname } = useLocation();
  if (mayOpen(session, pathname)) {
    return <Outlet />;
  }
  return (
    <Empty title={t.notForYou}>
      <Text>{t.notForYouHint}</Text>
      <Link to="/">{t.toStart}</Link>
    </Empty>
  );
}

/** Tells why a PIN session may do less than its profile. */
function NewPinNotice() {
  const t = useWords(appWords);
  const { me } = useSession();
  return me.newPinRequired && <output className={styles.notice}>{t.newPin}</output>;
}

/** Tells that the times of the branch are not in its time zone. */
function UnknownZoneNotice({ branch: { unknownZone } }: BranchProps) {
  const t = useWords(sessionWords);
  return unknownZone && <output className={styles.notice}>{t.unknownZone(unknownZone)}</output>;
}

function ConnectionBanner() {
  const t = useWords(appWords);
  const { socket } = useApi();
  const connection = useSyncExternalStore(socket.onConnection, socket.connection);
  return <output>{connection === 'lost' && <span className={styles.offline}>{t.offline}</span>}</output>;
}
