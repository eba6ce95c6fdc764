import { useState } from 'react';
import type { Category } from '../../api/catalog';
import { graphql } from '../../api/graphql';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { videoCallsWords } from './words';

const serviceCreate = graphql(`
  mutation VideoServiceCreate($input: ServiceCreateInput!) {
    serviceCreate(input: $input) {
      service {
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

/** Returns a function that creates the first video service in its own category, in one step, and whether it is running. */
export function useFirstVideoService(categories: readonly Category[]): [create: () => Promise<void>, isCreating: boolean] {
  const t = useWords(videoCallsWords);
  const change = useChange();
  const { idempotencyKey } = useIdempotencyKey();
  const [isCreating, setCreating] = useState(false);

  async function create() {
    setCreating(true);
    const known = categories.find(({ name }) => name === t.videoCategory);
    const category = known ? { categoryId: known.id } : { newCategoryName: t.videoCategory };
    await change(serviceCreate, { input: { ...category, name: t.videoService, delivery: 'VIDEO', duration: 'PT30M', idempotencyKey } });
    setCreating(false);
  }

  return [create, isCreating];
}
