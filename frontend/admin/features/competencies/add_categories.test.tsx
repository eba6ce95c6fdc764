import { Notifications, notifications } from '@mantine/notifications';
import { screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { AddCategories } from './add_categories';

afterEach(() => notifications.clean());

const ben = { id: 'stf_ben', competencies: [{ category: { id: 'cat_hair' }, service: null, qualified: false }] };

/** Sets Ben to yes for a known category and for a new one. */
async function add(payload: Record<string, unknown>) {
  let isClosed = false;
  const sent = answerMutations(payload);
  const user = await showInBranch(
    <>
      <Notifications />
      <AddCategories staff={ben} categories={[{ id: 'cat_hair', name: 'Haare' }]} opened onClose={() => (isClosed = true)} />
    </>,
  );
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByLabelText('Haare'));
  await user.type(within(dialog).getByLabelText('Neue Kategorie'), 'Bärte');
  await user.click(within(dialog).getByRole('button', { name: 'Auf Ja stellen' }));
  return { user, sent, isClosed: () => isClosed };
}

test('a new category and all competencies are one step with one undo', async () => {
  const category = { __typename: 'ServiceCategory', id: 'cat_beards', name: 'Bärte' };
  const { user, sent, isClosed } = await add({ staff: null, serviceCategory: category, strandedAppointments: [], userErrors: [] });
  await user.click(await screen.findByRole('button', { name: 'Rückgängig' }));
  await screen.findByText('Rückgängig gemacht');
  expect(isClosed()).toBe(true);
  expect(sent.map(({ operationName, variables }) => [operationName, variables.input])).toEqual([
    ['StaffCompetenciesSet', {
      staffId: 'stf_ben', competencies: [{ categoryId: 'cat_hair', qualified: true }], newCategoryName: 'Bärte', idempotencyKey: expect.any(String) as string,
    }],
    ['StaffCompetenciesSet', { staffId: 'stf_ben', competencies: [{ categoryId: 'cat_hair', qualified: false }], removedCategoryId: 'cat_beards' }],
  ]);
});

test('a name that is taken is said at the field, and the dialog stays', async () => {
  const userErrors = [{ __typename: 'UserError', code: 'TAKEN', field: ['input', 'newCategoryName'], message: 'Den Namen gibt es schon.' }];
  const { isClosed } = await add({ staff: null, serviceCategory: null, strandedAppointments: [], userErrors });
  expect(await screen.findAllByText('Den Namen gibt es schon.')).toHaveLength(1);
  expect(isClosed()).toBe(false);
});
