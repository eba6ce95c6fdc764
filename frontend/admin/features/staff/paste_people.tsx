import { Button, Checkbox, Group, Stack, Table, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { unguessable } from '../../../environment/unguessable';
import { useApi } from '../../api/api';
import { send, type UserError } from '../../api/change';
import type { VariablesOf } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { everyPage, usePagedQuery } from '../../api/paged_query';
import { setUp } from '../../api/touches';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
import { type Invited, Invitations } from './invitations';
import { newPeopleHoursQuery, newPeopleQuery, staffProfilesArchive, staffProfilesCreate } from './new_people_query';
import { type PastedPerson, pastedPeople } from './pasted_people';
import styles from './paste_people.module.css';
import { peopleWords } from './people_words';

/** How many the server creates at once. */
const most = 100;

/** The people that are sent with an idempotency key, as the form has read them. */
interface Sent {
  people: readonly PastedPerson[];
  input: VariablesOf<typeof staffProfilesCreate>['input'];
  /** Whether the server has answered. Until then exactly this is sent again: it may have created them. */
  isAnswered: boolean;
}

interface Draft {
  text: string;
  qualified: boolean;
  worksOpeningHours: boolean;
  sent: Sent | null;
}

const empty: Draft = { text: '', qualified: true, worksOpeningHours: true, sent: null };

/** Those of the people who can be created in one step. */
const fineOf = (people: readonly PastedPerson[]) => people.filter(({ wrong }) => !wrong).slice(0, most);

interface Props {
  /** Called when links, which cannot be shown again, appear or disappear. */
  onLinks?: (areShown: boolean) => void;
}

/** Creates several people of the branch from pasted names and addresses, and then their invitations. */
export function PastePeople({ onLinks }: Props) {
  const t = useWords(peopleWords);
  const { id: branchId } = useBranch();
  const { client } = useApi();
  const change = useChange();
  const { data } = useLiveQuery(newPeopleHoursQuery, { branchId }, { touches: setUp });
  const known = usePagedQuery(newPeopleQuery, { branchId }, ({ staff }) => staff, { pages: everyPage, touches: setUp });
  const draft = useKeptDraft('new people', empty);
  const [refused, setRefused] = useState<readonly UserError[]>([]);
  const [isSending, setSending] = useState(false);
  const [created, setCreated] = useState<readonly Invited[]>([]);

  const { text, qualified, worksOpeningHours, sent } = draft.value;
  const unanswered = sent && !sent.isAnswered ? sent : undefined;
  const isFixed = isSending || unanswered !== undefined;
  const hasHours = (data?.branch?.openingHours.length ?? 0) > 0;
  // Those who were sent have a profile by now, perhaps.
  const people = unanswered?.people ?? pastedPeople(text, known.data?.nodes);
  const fine = fineOf(people);

  function write(next: Partial<Draft>) {
    setRefused([]);
    draft.write({ ...draft.value, ...next });
  }
  /** Returns what is to be sent: with the key of before only if it is the same. */
  function request(): Sent {
    const input = {
      branchId,
      profiles: fine.map(({ firstName, lastName, email }) => ({ firstName, lastName, email })),
      qualified,
      worksOpeningHours: worksOpeningHours && hasHours,
    };
    const before = sent?.input.idempotencyKey ?? '';
    const isSame = JSON.stringify(sent?.input) === JSON.stringify({ ...input, idempotencyKey: before });
    return { people, input: { ...input, idempotencyKey: isSame ? before : unguessable() }, isAnswered: false };
  }
  async function create() {
    const now = unanswered ?? request();
    const asked = fineOf(now.people);
    setSending(true);
    write({ sent: now });
    let ids: string[] = [];
    const outcome = await change(
      staffProfilesCreate,
      { input: now.input },
      {
        done: t.created(asked.length),
        fields: asked.flatMap((_, index) => ['firstName', 'lastName', 'email'].map((field) => `profiles.${index}.${field}`)),
        undo() {
          setCreated((before) => before.filter(({ id }) => !ids.includes(id)));
          return send(client, staffProfilesArchive, { input: { ids } });
        },
      },
    );
    setSending(false);
    if (!outcome.done) {
      const isAnswered = outcome.errors.every(({ code }) => code !== 'UNREACHABLE');
      draft.write({ ...draft.value, sent: { ...now, isAnswered } });
      setRefused(outcome.errors);
      return;
    }
    const { staff } = outcome.payload;
    ids = staff.map(({ id }) => id);
    setCreated((before) => [...before, ...staff]);
    const others = now.people.filter((person) => !asked.includes(person));
    if (others.length > 0) {
      draft.write({ ...draft.value, text: others.map(({ line }) => line).join('\n'), sent: null });
    } else {
      draft.drop();
    }
  }
  /** Returns why the server has refused a person. */
  function messageOf({ line }: PastedPerson) {
    const index = sent ? fineOf(sent.people).findIndex((one) => one.line === line) : -1;
    return refused.find(({ field }) => field[1] === String(index))?.message;
  }

  return (
    <Stack>
      <RestoredDraft of={draft} />
      <Textarea label={t.field} description={t.fieldHint} autosize minRows={3} maxRows={12} value={text} readOnly={isFixed} onChange={(event) => write({ text: event.currentTarget.value })} />
      {people.length > 0 && <Preview people={people} messageOf={messageOf} />}
      {people.filter(({ wrong }) => !wrong).length > most && <Text size="sm">{t.tooMany(most)}</Text>}
      {fine.length > 0 && (
        <>
          <Checkbox label={t.qualified} disabled={isFixed} checked={qualified} onChange={(event) => write({ qualified: event.currentTarget.checked })} />
          <Checkbox
            label={t.asPlan}
            description={hasHours ? undefined : t.noHours}
            disabled={!hasHours || isFixed}
            checked={worksOpeningHours && hasHours}
            onChange={(event) => write({ worksOpeningHours: event.currentTarget.checked })}
          />
          {unanswered && !isSending && <Text component="output" size="sm">{t.unanswered}</Text>}
          <Group>
            <Button onClick={() => void create()} loading={isSending}>
              {t.create(fine.length)}
            </Button>
          </Group>
        </>
      )}
      {created.length > 0 && <Invitations people={created} onLinks={onLinks} />}
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
