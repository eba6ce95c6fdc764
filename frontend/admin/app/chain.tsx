import { Center } from '@mantine/core';
import type { ReactNode } from 'react';
import { Answer } from '../parts/page';
import { SearchChoice } from '../parts/search_choice';
import { BranchContext } from '../session/branch';
import { useBranchChoice, useBranchWithSlug } from '../session/branches';
import type { Branch } from '../session/session';

interface ElsewhereProps {
  slug: string;
  children: ReactNode;
}

/** A page in a branch that is not on the first page of a chain's branches, or else in the first branch. */
export function BranchElsewhere({ slug, children }: ElsewhereProps) {
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

interface SearchProps {
  label: string;
  branch: Branch;
  onChoose(slug: string): void;
}

/** Chooses a branch of a chain. */
export function BranchSearch({ label, branch: { slug, name }, onChoose }: SearchProps) {
  const list = useBranchChoice();
  return <SearchChoice aria-label={label} list={list} optionOf={(branch) => ({ value: branch.slug, label: branch.name })} value={slug} otherwise={name} onChange={onChoose} />;
}
