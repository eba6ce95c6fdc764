import { Center } from '@mantine/core';
import type { ReactNode } from 'react';
import { Answer } from '../parts/page';
import { BranchContext } from '../session/branch';
import { useBranchWithSlug } from '../session/branches';

interface Props {
  slug: string;
  children: ReactNode;
}

/** A page in a branch that is not on the first page of a chain's branches, or else in the first branch. */
export default function BranchElsewhere({ slug, children }: Props) {
  const answer = useBranchWithSlug(slug);
  if (!answer.data) {
    return (
      <Center component="main" mih="100dvh">
        <Answer of={answer}>{() => null}</Answer>
      </Center>
    );
  }
  return <BranchContext value={answer.data.found}>{children}</BranchContext>;
}
