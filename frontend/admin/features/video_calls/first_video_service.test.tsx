import { Notifications, notifications } from '@mantine/notifications';
import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Category } from '../../api/catalog';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { useFirstVideoService } from './first_video_service';

afterEach(() => notifications.clean());

function Create({ categories }: { categories: readonly Category[] }) {
  const [create] = useFirstVideoService(categories);
  return (
    <button type="button" onClick={() => void create()}>
      Anlegen
    </button>
  );
}

test.each([
  ['a new category', [], { newCategoryName: 'Video-Beratungen' }],
  ['the category of that name', [{ id: 'cat_video', name: 'Video-Beratungen' } as Category], { categoryId: 'cat_video' }],
])('the first video service and %s are one step', async (_, categories, category) => {
  const sent = answerMutations({ service: { __typename: 'Service', id: 'svc_video' }, userErrors: [] });
  const user = await showInBranch(
    <>
      <Notifications />
      <Create categories={categories} />
    </>,
  );
  await user.click(screen.getByRole('button', { name: 'Anlegen' }));
  await screen.findByText('Gespeichert');
  expect(sent.map(({ variables }) => variables.input)).toEqual([
    { ...category, name: 'Video-Beratung', delivery: 'VIDEO', duration: 'PT30M', idempotencyKey: expect.any(String) as string },
  ]);
});
