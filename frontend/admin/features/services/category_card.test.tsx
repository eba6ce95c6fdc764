import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showInBranch } from '../../testing/render';
import { CategoryCard } from './category_card';
import type { Service } from './services_query';

const service = (id: string, name: string): Service => ({
  id, name, delivery: 'IN_SALON', duration: 'PT30M', cleanUp: 'PT0S', price: { minorUnits: 3000, currency: 'EUR', digits: 2 },
  description: '', bookableOnline: true, archived: false, category: { id: 'cat_hair', name: 'Haare' },
});

test('a service that nobody can do says so, and leads to the competencies', async () => {
  await showInBranch(
    <CategoryCard
      category={{ id: 'cat_hair', name: 'Haare' }}
      services={[service('svc_cut', 'Schnitt'), service('svc_tint', 'Tönung')]}
      withoutStaff={new Set(['svc_tint'])}
      isPart={false}
      onRename={() => undefined}
      onRemove={() => undefined}
      onAdd={() => undefined}
      onEdit={() => undefined}
    />,
  );
  const hint = screen.getByRole('link', { name: 'Kann hier noch niemand – Tönung' });
  expect(hint.getAttribute('href')).toBe('/kompetenzen');
  expect(screen.getAllByRole('link')).toHaveLength(1);
});
