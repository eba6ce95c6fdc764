import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Competent, competencyOf, useSetCompetencies } from '../../api/competency';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { competencyWords } from './words';

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
    const newCategory = newName.trim() === '' ? undefined : { newCategoryName: newName, idempotencyKey };
    const outcome = await setCompetencies(staff, chosen.map((categoryId) => ({ categoryId })), true, newCategory);
    if (outcome.done) {
      leave();
    } else {
      setWrong(outcome.errors.find(({ field }) => field[0] === 'newCategoryName')?.message);
    }
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
                {open.map(({ id, name }, index) => (
                  <Checkbox key={id} value={id} label={name} data-autofocus={index === 0 || undefined} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <TextInput
            label={t.newCategory}
            data-autofocus={open.length === 0 || undefined}
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
