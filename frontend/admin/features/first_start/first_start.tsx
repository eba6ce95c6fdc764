import { Button, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useState } from 'react';
import * as v from 'valibot';
import { deviceZone } from '../../../environment/zone';
import { graphql } from '../../api/graphql';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { useChange } from '../../api/use_change';
import { useWords, words } from '../../language/words';
import { StandalonePage } from '../../parts/standalone_page';
import { useSession } from '../../session/session';
import { TimeZoneSelect, usualZone, useTimeZones } from '../time_zone';

const ownWords = words(
  {
    create: 'Salon anlegen',
    intro: 'Für den Anfang genügt ein Name. Alles andere stellst du danach ein.',
    isManaged: 'Es gibt noch keinen Salon. Bitte Inhaber/in oder Manager/in, ihn anzulegen.',
    name: 'Name des Salons',
    nameMissing: 'Gib den Namen deines Salons ein.',
    timeZone: 'Zeitzone',
    timeZoneMissing: 'Wähle die Zeitzone deines Salons.',
    title: 'Willkommen',
  },
  {
    create: 'Create salon',
    intro: 'A name is enough to start. You set up the rest afterwards.',
    isManaged: 'There is no salon yet. Ask an owner or manager to create it.',
    name: 'Salon name',
    nameMissing: 'Enter the name of your salon.',
    timeZone: 'Time zone',
    timeZoneMissing: 'Choose the time zone of your salon.',
    title: 'Welcome',
  },
);

const branchCreate = graphql(`
  mutation FirstBranchCreate($input: BranchCreateInput!) {
    branchCreate(input: $input) {
      branch {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface Props {
  /** Leads to what comes next. */
  onCreated(): void;
}

/** Creates the first branch of a salon that has none. */
export default function FirstStart({ onCreated }: Props) {
  const t = useWords(ownWords);
  const { me, restart } = useSession();
  const change = useChange();
  const zones = useTimeZones();
  const [ownZone] = useState(deviceZone);
  const { idempotencyKey } = useIdempotencyKey();
  const form = useForm({
    initialValues: { name: '', timeZone: '' },
    validate: schemaResolver(v.object({ name: v.pipe(v.string(), v.trim(), v.nonEmpty(t.nameMissing)), timeZone: v.string() })),
  });
  // Until another is chosen, that of the device, if the server knows it.
  const timeZone = form.values.timeZone || (zones ? usualZone(zones, ownZone) : (ownZone ?? ''));

  async function create({ name }: typeof form.values) {
    if (!timeZone) {
      form.setFieldError('timeZone', t.timeZoneMissing);
      return;
    }
    const outcome = await change(branchCreate, { input: { name, timeZone, idempotencyKey } }, { fields: ['name', 'timeZone'] });
    if (outcome.done) {
      onCreated();
      restart();
    } else {
      form.setErrors(Object.fromEntries(outcome.errors.map(({ field, message }) => [field.join('.'), message])));
    }
  }

  if (me.role === 'MEMBER' || me.role === 'RECEPTIONIST') {
    return <StandalonePage title={t.title}>{t.isManaged}</StandalonePage>;
  }
  return (
    <StandalonePage title={t.title}>
      <p>{t.intro}</p>
      <form onSubmit={form.onSubmit((values) => void create(values))} noValidate>
        <TextInput label={t.name} required mb="md" {...form.getInputProps('name')} />
        <TimeZoneSelect label={t.timeZone} mb="lg" {...form.getInputProps('timeZone')} value={timeZone} />
        <Button type="submit" fullWidth loading={form.submitting}>
          {t.create}
        </Button>
      </form>
    </StandalonePage>
  );
}
