import { Button, Checkbox, Group, Stack, Table, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { send, type UserError } from '../../api/change';
import { useLiveQuery } from '../../api/live_query';
import { setUp } from '../../api/touches';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
import { type Invited, Invitations } from './invitations';
import { newPeopleQuery, staffProfilesArchive, staffProfilesCreate } from './new_people_query';
import { type PastedPerson, pastedPeople } from './pasted_people';
import styles from './paste_people.module.css';
import { peopleWords } from './people_words';

/** How many the server creates at once. */
const most = 100;

/** Creates several people of the branch from pasted names and addresses, and then their invitations. */
export function PastePeople() {
  const t = useWords(peopleWords);
  const { id: branchId } = useBranch();
  const { client } = useApi();
  const change = useChange();
  const { data } = useLiveQuery(newPeopleQuery, { branchId }, { touches: setUp });
  const draft = useKeptDraft('new people', { text: '', qualified: true, worksOpeningHours: true, round: 0 });
  const [refused, setRefused] = useState<readonly UserError[]>([]);
  const [isSending, setSending] = useState(false);
  const [created, setCreated] = useState<readonly Invited[]>([]);

  const { text, qualified, worksOpeningHours, round } = draft.value;
  const hasHours = (data?.branch?.openingHours.length ?? 0) > 0;
  const people = pastedPeople(text, data?.staff.nodes ?? []);
  const fine = people.filter(({ wrong }) => !wrong).slice(0, most);
  const others = people.filter((person) => !fine.includes(person));

  function write(next: Partial<typeof draft.value>) {
    setRefused([]);
    draft.write({ ...draft.value, ...next });
  }
  async function create() {
    setSending(true);
    let ids: string[] = [];
    const outcome = await change(
      staffProfilesCreate,
      {
        input: {
          branchId,
          profiles: fine.map(({ firstName, lastName, email }) => ({ firstName, lastName, email })),
          qualified,
          worksOpeningHours: worksOpeningHours && hasHours,
          idempotencyKey: `${draft.id}-${round}`, // what is left over is another request
        },
      },
      {
        done: t.created(fine.length),
        fields: fine.flatMap((_, index) => ['firstName', 'lastName', 'email'].map((field) => `profiles.${index}.${field}`)),
        undo() {
          setCreated((before) => before.filter(({ id }) => !ids.includes(id)));
          return send(client, staffProfilesArchive, { input: { ids } });
        },
      },
    );
    setSending(false);
    if (!outcome.done) {
      setRefused(outcome.errors);
      return;
    }
    const { staff } = outcome.payload;
    ids = staff.map(({ id }) => id);
    setCreated((before) => [...before, ...staff]);
    if (others.length > 0) {
      draft.write({ ...draft.value, text: others.map(({ line }) => line).join('\n'), round: round + 1 });
    } else {
      draft.drop();
    }
  }

  return (
    <Stack>
      <RestoredDraft of={draft} />
      <Textarea label={t.field} description={t.fieldHint} autosize minRows={3} maxRows={12} value={text} onChange={(event) => write({ text: event.currentTarget.value })} />
      {people.length > 0 && <Preview people={people} messageOf={(person) => refused.find(({ field }) => field[1] === String(fine.indexOf(person)))?.message} />}
      {people.filter(({ wrong }) => !wrong).length > most && <Text size="sm">{t.tooMany(most)}</Text>}
      {fine.length > 0 && (
        <>
          <Checkbox label={t.qualified} checked={qualified} onChange={(event) => write({ qualified: event.currentTarget.checked })} />
          <Checkbox
            label={t.asPlan}
            description={hasHours ? undefined : t.noHours}
            disabled={!hasHours}
            checked={worksOpeningHours && hasHours}
            onChange={(event) => write({ worksOpeningHours: event.currentTarget.checked })}
          />
          <Group>
            <Button onClick={() => void create()} loading={isSending}>
              {t.create(fine.length)}
            </Button>
          </Group>
        </>
      )}
      {created.length > 0 && <Invitations people={created} />}
    </Stack>
  );
}

interface PreviewProps {
  people: readonly PastedPerson[];
  /** Why the server has refused a person. */
  messageOf(person: PastedPerson): string | undefined;
}

/** The people that were read, with what is wrong. */
function Preview({ people, messageOf }: PreviewProps) {
  const t = useWords(peopleWords);
  return (
    <Table aria-label={t.people} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t.person}</Table.Th>
          <Table.Th>{t.state}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person, index) => {
          const wrong = person.wrong ? t.wrong[person.wrong] : messageOf(person);
          return (
            // Lines may be the same, and only their order tells them apart.
            // oxlint-disable-next-line react/no-array-index-key
            <Table.Tr key={index}>
              <Table.Th scope="row" className={styles.person}>
                {`${person.firstName} ${person.lastName}`.trim()}
                {person.email && <span className={styles.address}>{person.email}</span>}
              </Table.Th>
              <Table.Td>
                <Text size="sm" c={wrong ? 'var(--mantine-color-error)' : 'dimmed'}>
                  {wrong ?? t.fine}
                </Text>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
