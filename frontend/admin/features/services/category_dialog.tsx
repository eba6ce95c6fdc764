import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { serviceCategoryCreate, serviceCategoryRemove, serviceCategoryUpdate } from './service_changes';
import type { Category } from './services_query';
import { servicesWords } from './words';

interface Props {
  /** Undefined: a new one. */
  category: Category | undefined;
  onClose(): void;
}

/** Creates or renames a category. */
export function CategoryDialog({ category, onClose }: Props) {
  const t = useWords(servicesWords);
  const common = useWords(commonWords);
  const { client } = useApi();
  const change = useChange();
  const { idempotencyKey } = useIdempotencyKey();
  const [name, setName] = useState(category?.name ?? '');
  const [wrong, setWrong] = useState<string>();

  async function create() {
    let id = '';
    const outcome = await change(
      serviceCategoryCreate,
      { input: { name, idempotencyKey } },
      {
        fields: ['name'],
        undo: () => send(client, serviceCategoryRemove, { input: { id } }),
      },
    );
    id = outcome.payload?.serviceCategory?.id ?? '';
    return outcome;
  }
  const rename = (before: Category) =>
    change(
      serviceCategoryUpdate,
      { input: { id: before.id, name } },
      { fields: ['name'], undo: () => send(client, serviceCategoryUpdate, { input: before }) },
    );
  async function submit(event: FormEvent) {
    event.preventDefault();
    const outcome = await (category ? rename({ id: category.id, name: category.name }) : create());
    if (outcome.done) {
      onClose();
    } else {
      setWrong(outcome.errors[0]?.message);
    }
  }

  return (
    <Modal opened onClose={onClose} title={category ? t.rename(category.name) : t.addCategory}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <TextInput label={t.categoryName} value={name} error={wrong} data-autofocus onChange={(event) => setName(event.currentTarget.value)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit">{common.save}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
