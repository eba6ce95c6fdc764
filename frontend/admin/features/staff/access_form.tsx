import { Button, Group, PasswordInput, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { EmailSuggestion } from '../../session/email_suggestion';
import { staffAccessSet } from './access_changes';
import { accessWords } from './access_words';
import type { Profile } from './profile_query';

interface Props {
  profile: Profile;
  /** Whether this is the user's own access, which requires the current password. */
  isOwn: boolean;
}

/** Sets email, password and PIN; empty fields stay unchanged. */
export function AccessForm({ profile: { id, access, email }, isOwn }: Props) {
  const t = useWords(accessWords);
  const change = useChange();
  const form = useForm({ initialValues: { email: access?.email ?? email, password: '', pin: '', currentPassword: '' } });

  async function save(values: typeof form.values) {
    const input = {
      staffId: id,
      ...(values.email && { email: values.email }),
      ...(values.password && { password: values.password }),
      ...(values.pin && { pin: values.pin }),
      ...(isOwn && { currentPassword: values.currentPassword }),
    };
    const outcome = await change(staffAccessSet, { input }, { fields: Object.keys(values) });
    if (outcome.done) {
      form.setValues({ ...values, password: '', pin: '', currentPassword: '' });
    } else {
      form.setErrors(Object.fromEntries(outcome.errors.map(({ field, message }) => [field.join('.'), message])));
    }
  }

  return (
    <form onSubmit={form.onSubmit((values) => save(values))} noValidate>
      <SimpleGrid cols={{ base: 1, sm: 2 }} mb="md">
        <div>
          <TextInput label={t.email} type="email" autoComplete="off" {...form.getInputProps('email')} />
          <EmailSuggestion written={form.values.email} onTake={(meant) => form.setFieldValue('email', meant)} />
        </div>
        <PasswordInput label={t.password} description={t.passwordHint} autoComplete="new-password" {...form.getInputProps('password')} />
        <PasswordInput label={t.pin} description={t.pinHint} inputMode="numeric" autoComplete="off" {...form.getInputProps('pin')} />
        {isOwn && (
          <PasswordInput
            label={t.currentPassword}
            autoComplete="current-password"
            required
            {...form.getInputProps('currentPassword')}
          />
        )}
      </SimpleGrid>
      <Group>
        <Button type="submit" variant="default" loading={form.submitting}>
          {t.set}
        </Button>
      </Group>
    </form>
  );
}
