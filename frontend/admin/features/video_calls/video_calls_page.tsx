import { Anchor, Badge, Button, Checkbox, List, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { both } from '../../api/both';
import { type Category, useCatalog } from '../../api/catalog';
import { useLiveQuery } from '../../api/live_query';
import { usePagedQuery } from '../../api/paged_query';
import { placeOf } from '../../api/requirement_place';
import { setUp } from '../../api/touches';
import { searchWords } from '../../language/search_words';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { LoadMore } from '../../parts/load_more';
import { Answer, Page } from '../../parts/page';
import { PersonName } from '../../parts/person_name';
import { SearchField } from '../../parts/search_field';
import { useBranch } from '../../session/branch';
import { useFirstVideoService } from './first_video_service';
import { OwnRoomCard } from './own_room_card';
import { ownRoomQuery } from './own_room_query';
import { type Readiness, videoCallsQuery } from './video_calls_query';
import styles from './video_calls_page.module.css';
import { VideoLinkField } from './video_link_field';
import { VideoSwitch } from './video_switch';
import { videoTargets } from './video_targets';
import { videoCallsWords } from './words';

/** The own room for all, then video services, room and missing requirements: a row per profile. */
export function VideoCallsPage() {
  const t = useWords(videoCallsWords);
  const branch = useBranch();
  const searchText = useWords(searchWords);
  const [search, setSearch] = useState('');
  const [includeInactive, setIncludeInactive] = useState(false);
  const readiness = usePagedQuery(videoCallsQuery, { branchId: branch.id, search: search || null, includeInactive }, ({ videoReadiness }) => videoReadiness);
  const catalog = useCatalog();
  const settings = useLiveQuery(ownRoomQuery, { branchId: branch.id }, { touches: setUp });
  const isWhole = readiness.data?.hasMore === false && search === '';
  const someHaveRooms = !isWhole || readiness.data?.nodes.some(({ staff }) => staff.videoLink) === true;
  const consulting = readiness.data?.nodes.filter(({ requirements }) => isMet(requirements, 'VIDEO_COMPETENCY')) ?? [];
  const ready = consulting.filter((one) => one.ready).length;

  return (
    <Page
      title={t.title}
      intro={t.intro}
      width="list"
      actions={
        isWhole && consulting.length > 0 && (
          <Badge size="lg" variant="light" tt="none" color={ready === consulting.length ? 'petrol' : 'gray'}>
            {t.ready(ready, consulting.length)}
          </Badge>
        )
      }
    >
      {settings.data?.branch && <OwnRoomCard settings={settings.data.branch} someHaveRooms={someHaveRooms} />}
      <SearchField label={searchText.searchNames} onSearch={setSearch} />
      <Answer of={both(both(readiness, catalog), settings)}>
        {([[{ nodes, hasMore }, categories], { branch: known }]) => (
          <>
            {videoTargets(categories).length === 0 && <NoVideoService categories={categories} />}
            {nodes.length === 0 ? (
              <Empty title={search ? searchText.noMatch : t.nobody}>
                <Text>{search ? searchText.noMatchHint : t.nobodyHint}</Text>
                {!search && <Link to="/mitarbeiter">{t.toStaff}</Link>}
              </Empty>
            ) : (
              <People list={nodes} categories={categories} ownRoomByDefault={known?.ownRoomByDefault === true} />
            )}
            <LoadMore hasMore={hasMore} onMore={readiness.more} />
          </>
        )}
      </Answer>
      <Checkbox label={t.showInactive} checked={includeInactive} onChange={(event) => setIncludeInactive(event.currentTarget.checked)} />
    </Page>
  );
}

const isMet = (requirements: Readiness['requirements'], wanted: string) => requirements.some(({ code, met }) => code === wanted && met);

function NoVideoService({ categories }: { categories: readonly Category[] }) {
  const t = useWords(videoCallsWords);
  const [create, isCreating] = useFirstVideoService(categories);
  return (
    <Empty title={t.noService}>
      <Text>{t.noServiceHint}</Text>
      <Button loading={isCreating} onClick={() => void create()}>
        {t.createService}
      </Button>
    </Empty>
  );
}

interface PeopleProps {
  list: readonly Readiness[];
  categories: readonly Category[];
  ownRoomByDefault: boolean;
}

function People({ list, ...common }: PeopleProps) {
  const t = useWords(videoCallsWords);
  return (
    <Table className={styles.people} verticalSpacing="sm" withTableBorder aria-label={t.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.name}</Table.Th>
          <Table.Th>{t.offered}</Table.Th>
          <Table.Th>{t.room}</Table.Th>
          <Table.Th>{t.missing}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {list.map((readiness) => (
          <Person key={readiness.staff.id} readiness={readiness} {...common} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface PersonProps extends Omit<PeopleProps, 'list'> {
  readiness: Readiness;
}

function Person({ readiness, categories, ownRoomByDefault }: PersonProps) {
  const t = useWords(videoCallsWords);
  const { staff, ready, requirements } = readiness;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <PersonName name={staff.displayName} color={staff.color} title={staff.title} />
      </Table.Th>
      <Table.Td data-label={t.offered}>
        <VideoSwitch readiness={readiness} categories={categories} />
      </Table.Td>
      <Table.Td data-label={t.room} className={styles.link}>
        <VideoLinkField staff={staff} ownRoomByDefault={ownRoomByDefault} named />
        {staff.videoLink?.url && !staff.videoLink.roomPerAppointment && (
          <Anchor href={staff.videoLink.url} target="_blank" rel="noreferrer" size="sm" display="inline-block" mt={4} py={4} aria-label={t.testOf(staff.displayName)}>
            {t.test}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td data-label={t.missing}>
        {ready ? <Text size="sm">{t.startClear}</Text> : isMet(requirements, 'VIDEO_COMPETENCY') && <Missing readiness={readiness} />}
      </Table.Td>
    </Table.Tr>
  );
}

/** The requirements that a profile does not meet yet, each with the way to its place. */
function Missing({ readiness: { staff, requirements } }: { readiness: Readiness }) {
  return (
    <List size="sm">
      {requirements
        .filter(({ met }) => !met)
        .map(({ code, advice }) => (
          <List.Item key={code}>
            <Anchor component={Link} to={placeOf(code, staff.id)} size="sm" display="inline-block" py={2} aria-label={`${advice} – ${staff.displayName}`}>
              {advice}
            </Anchor>
          </List.Item>
        ))}
    </List>
  );
}
