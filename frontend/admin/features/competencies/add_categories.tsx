import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { type Competent, competencyOf, useSetCompetencies } from '../../api/competency';
import { graphql } from '../../api/graphql';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { competencyWords } from './words';

const categoryCreate = graphql(`
  mutation ServiceCategoryCreate($input: ServiceCategoryCreateInput!) {
    serviceCategoryCreate(input: $input) {
      serviceCategory {
        id
        name
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
  staff: Competent;
  categories: readonly { id: string; name: string }[];
  opened: boolean;
  onClose(): void;
}

/** "Kategorie hinzufügen": sets competencies for several categories to yes, including a new one. */
export function AddCategories({ staff, categories, opened, onClose }: Props) {
  const t = useWords(competencyWords);
  const common = useWords(commonWords);
  const { client } = useApi();
  const setCompetencies = useSetCompetencies();
  const { idempotencyKey, renewKey } = useIdempotencyKey();
  const [chosen, setChosen] = useState<string[]>([]);
  const [newName, setNewName] = useState('');
  const [wrong, setWrong] = useState<string>();
  const open = categories.filter(({ id }) => competencyOf(staff, { categoryId: id }) !== true);

  function leave() {
    setChosen([]);
    setNewName('');
    renewKey();
    setWrong(undefined);
    onClose();
  }

  async function add() {
    const categoryIds = [...chosen];
    if (newName.trim() !== '') {
      const outcome = await send(client, categoryCreate, { input: { name: newName, idempotencyKey } });
      if (!outcome.done) {
        setWrong(outcome.errors[0]?.message);
        return;
      }
      if (outcome.payload.serviceCategory) {
        categoryIds.push(outcome.payload.serviceCategory.id);
      }
    }
    leave();
    await setCompetencies(staff, categoryIds.map((categoryId) => ({ categoryId })), true);
  }

  return (
    <Modal opened={opened} onClose={leave} title={t.add}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Stack>
          {open.length === 0 ? (
            <Text>{t.allAdded}</Text>
          ) : (
            <Checkbox.Group label={t.which} value={chosen} onChange={setChosen}>
              <Stack gap="xs" mt="xs">
                {open.map(({ id, name }) => (
                  <Checkbox key={id} value={id} label={name} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <TextInput
            label={t.newCategory}
            description={common.optional}
            value={newName}
            error={wrong}
            onChange={(event) => setNewName(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={leave}>
              {common.cancel}
            </Button>
            <Button type="submit" disabled={chosen.length === 0 && newName.trim() === ''}>
              {t.addSelected}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
