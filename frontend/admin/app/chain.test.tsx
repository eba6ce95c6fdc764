import { screen, waitFor } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { expect, test } from 'vitest';
import { useBranch } from '../session/branch';
import { type Branch, SessionContext, useSession } from '../session/session';
import { showInBranch } from '../testing/render';
import { answerMutations, page } from '../testing/server';
import { BranchElsewhere, BranchSearch } from './chain';

const branch = (name: string) => ({
  __typename: 'Branch', id: `brn_${name}`, name, slug: name.toLowerCase().replace(' ', '-'), timeZone: 'Europe/Berlin', timeZoneAliases: [], locale: 'DE', currency: 'EUR',
  sendsMail: true, lastChangeId: '0', videoOnlyModes: [],
});
const all = ['Mitte', 'Nord', 'Salon Süd'].map(branch);

/** Answers with the first two branches, or with those whose names or slugs begin with a search. */
function chainOf({ search }: Record<string, unknown>) {
  const found = page('Branch', search ? all.filter(({ name, slug }) => [name, slug].some((text) => text.startsWith(String(search)))) : all.slice(0, 2));
  return { me: { __typename: 'Me', branches: { ...found, pageInfo: { ...found.pageInfo, hasNextPage: !search } } } };
}

/** The session of an owner whose chain has more branches than the first page. */
function Chain({ children }: { children: ReactNode }) {
  const session = useSession();
  return <SessionContext value={{ ...session, hasMoreBranches: true }}>{children}</SessionContext>;
}

function Choice() {
  const [slug, setSlug] = useState('mitte');
  return (
    <>
      <BranchSearch label="Filiale" branch={{ ...(all[0] as Branch), slug }} onChoose={setSlug} />
      <output>{slug}</output>
    </>
  );
}

const Here = () => <output>{useBranch().name}</output>;

test('a branch of a chain is searched on the server, and its name stays', async () => {
  answerMutations({}, { Branches: chainOf });
  const user = await showInBranch(<Chain><Choice /></Chain>);
  const field = await screen.findByLabelText<HTMLInputElement>('Filiale', { selector: 'input' });
  await waitFor(() => expect(field.value).toBe('Mitte'));
  await user.click(field);
  expect(screen.getAllByRole('option', { hidden: true }).map(({ textContent }) => textContent)).toEqual(['Mitte', 'Nord']);
  await user.clear(field);
  await user.type(field, 'Salon');
  await user.click(await screen.findByRole('option', { name: 'Salon Süd', hidden: true }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('salon-süd'));
  expect(field.value).toBe('Salon Süd');
});

test('a branch that is not on the first page is found by its slug', async () => {
  answerMutations({}, { Branches: chainOf });
  await showInBranch(<Chain><BranchElsewhere slug="salon-süd"><Here /></BranchElsewhere></Chain>);
  expect(await screen.findByText('Salon Süd')).toBeTruthy();
});

test('without the branch of the address, the page is that of the first', async () => {
  answerMutations({}, { Branches: chainOf });
  await showInBranch(<Chain><BranchElsewhere slug="gone"><Here /></BranchElsewhere></Chain>);
  expect(await screen.findByText('Mitte')).toBeTruthy();
});
