import { useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { graphql } from '../../api/graphql';
import { useIdempotencyKey } from '../../api/idempotency_key';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import type { Category } from './video_calls_query';
import { videoCallsWords } from './words';

const categoryCreate = graphql(`
  mutation VideoCategoryCreate($input: ServiceCategoryCreateInput!) {
    serviceCategoryCreate(input: $input) {
      serviceCategory {
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

/** Returns a function that creates the first video service in its own category, and whether it is running. */
export function useFirstVideoService(categories: readonly Category[]): [create: () => Promise<void>, isCreating: boolean] {
  const t = useWords(videoCallsWords);
  const { client } = useApi();
  const change = useChange();
  const { idempotencyKey: categoryKey } = useIdempotencyKey();
  const { idempotencyKey } = useIdempotencyKey();
  const [isCreating, setCreating] = useState(false);

  /** Returns the category of that name, which an earlier attempt may have created. */
  async function category(): Promise<string | undefined> {
    const known = categories.find(({ name }) => name === t.videoCategory);
    if (known) {
      return known.id;
    }
    const outcome = await send(client, categoryCreate, { input: { name: t.videoCategory, idempotencyKey: categoryKey } });
    return outcome.done ? outcome.payload.serviceCategory?.id : undefined;
  }

  async function create() {
    setCreating(true);
    const categoryId = await category();
    if (categoryId) {
      await change(serviceCreate, { input: { categoryId, name: t.videoService, delivery: 'VIDEO', duration: 'PT30M', idempotencyKey } });
    }
    setCreating(false);
  }

  return [create, isCreating];
}
