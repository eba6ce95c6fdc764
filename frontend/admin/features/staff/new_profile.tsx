import { Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import * as v from 'valibot';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { graphql } from '../../api/graphql';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { SearchChoice } from '../../parts/search_choice';
import { useBranch } from '../../session/branch';
import { useBranchChoice } from '../../session/branches';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
import { useSession } from '../../session/session';
import { staffArchive } from './staff_changes';
import { staffWords } from './words';

const staffCreate = graphql(`
  mutation StaffCreate($input: StaffCreateInput!) {
    staffCreate(input: $input) {
      staff {
        id
        displayName
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
  onClose(): void;
}

/** Creates a profile and opens its page. */
export function NewProfile({ onClose }: Props) {
  const t = useWords(staffWords);
  const common = useWords(commonWords);
  const { me, branches, hasMoreBranches } = useSession();
  const choice = useBranchChoice();
  const branch = useBranch();
  const { client } = useApi();
  const change = useChange();
  const navigate = useNavigate();
  const draft = useKeptDraft('new profile', { firstName: '', lastName: '', title: '', role: 'MEMBER' as const, branchIds: [branch.id] });
  const form = useForm({
    initialValues: draft.value,
    onValuesChange: draft.write,
    validate: schemaResolver(
      v.object({
        firstName: v.pipe(v.string(), v.trim(), v.nonEmpty(t.nameMissing)),
        lastName: v.string(),
        title: v.string(),
        role: v.string(),
        branchIds: v.array(v.string()),
      }),
    ),
  });
  const roles = (['MEMBER', 'RECEPTIONIST', 'MANAGER', 'OWNER'] as const).filter((role) => me.role === 'OWNER' || role !== 'OWNER');

  async function create(input: typeof form.values) {
    let id = '';
    const outcome = await change(staffCreate, { input: { ...input, idempotencyKey: draft.id } }, {
      fields: Object.keys(input),
      undo: () => send(client, staffArchive, { input: { id } }),
    });
    if (!outcome.done) {
      form.setErrors(Object.fromEntries(outcome.errors.map(({ field, message }) => [field.join('.'), message])));
      return;
    }
    id = outcome.payload.staff?.id ?? '';
    draft.drop();
    onClose();
    void navigate({ to: '/mitarbeiter/$staffId/$tab', params: { staffId: id, tab: 'allgemein' } });
  }

  return (
    <Modal opened onClose={onClose} title={t.createTitle}>
      <form onSubmit={form.onSubmit((values) => create(values))} noValidate>
        <Stack>
          <RestoredDraft of={draft} onDiscard={() => form.setValues(draft.before)} />
          <TextInput label={t.firstName} required data-autofocus {...form.getInputProps('firstName')} />
          <TextInput label={t.lastName} {...form.getInputProps('lastName')} />
          <TextInput label={t.titleField} {...form.getInputProps('title')} />
          <Select
            label={t.role}
            allowDeselect={false}
            data={roles.map((role) => ({ value: role, label: t.roles[role] }))}
            {...form.getInputProps('role')}
          />
          {hasMoreBranches && (
            <SearchChoice
              label={t.branch}
              list={choice}
              optionOf={({ id, name }) => ({ value: id, label: name })}
              value={form.values.branchIds[0] ?? ''}
              otherwise={branch.name}
              onChange={(id) => form.setFieldValue('branchIds', [id])}
            />
          )}
          {!hasMoreBranches && branches.length > 1 && (
            <Checkbox.Group label={t.branches} {...form.getInputProps('branchIds')}>
              <Stack gap="xs" mt="xs">
                {branches.map(({ id, name }) => (
                  <Checkbox key={id} value={id} label={name} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {t.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
