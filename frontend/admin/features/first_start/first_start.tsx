import { Button, Select, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import * as v from 'valibot';
import { graphql } from '../../api/graphql';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { useChange } from '../../api/use_change';
import { useWords, words } from '../../language/words';
import { StandalonePage } from '../../parts/standalone_page';
import { useSession } from '../../session/session';

const ownWords = words(
  {
    create: 'Salon anlegen',
    intro: 'Für den Anfang genügt ein Name. Alles andere stellst du danach ein.',
    isManaged: 'Es gibt noch keinen Salon. Bitte Inhaber/in oder Manager/in, ihn anzulegen.',
    name: 'Name des Salons',
    nameMissing: 'Gib den Namen deines Salons ein.',
    timeZone: 'Zeitzone',
    title: 'Willkommen',
  },
  {
    create: 'Create salon',
    intro: 'A name is enough to start. You set up the rest afterwards.',
    isManaged: 'There is no salon yet. Ask an owner or manager to create it.',
    name: 'Salon name',
    nameMissing: 'Enter the name of your salon.',
    timeZone: 'Time zone',
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

const ownTimeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Creates the first branch of a salon that has none. */
export default function FirstStart() {
  const t = useWords(ownWords);
  const { me, restart } = useSession();
  const change = useChange();
  const { idempotencyKey } = useIdempotencyKey();
  const form = useForm({
    initialValues: { name: '', timeZone: ownTimeZone },
    validate: schemaResolver(v.object({ name: v.pipe(v.string(), v.trim(), v.nonEmpty(t.nameMissing)), timeZone: v.string() })),
  });

  async function create(values: typeof form.values) {
    const outcome = await change(branchCreate, { input: { ...values, idempotencyKey } }, { fields: ['name', 'timeZone'] });
    if (outcome.done) {
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
        <Select
          label={t.timeZone}
          data={Intl.supportedValuesOf('timeZone')}
          searchable
          allowDeselect={false}
          mb="lg"
          {...form.getInputProps('timeZone')}
        />
        <Button type="submit" fullWidth loading={form.submitting}>
          {t.create}
        </Button>
      </form>
    </StandalonePage>
  );
}
