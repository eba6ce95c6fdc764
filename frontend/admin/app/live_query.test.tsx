import { screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { useApi } from '../api/api';
import { graphql } from '../api/graphql';
import { useLiveQuery } from '../api/live_query';
import { Answer } from '../parts/page';
import { pending } from '../testing/pending';
import { showInBranch } from '../testing/render';

afterEach(() => void vi.unstubAllGlobals());

const branchName = graphql('query BranchName { branch(id: "brn_mitte") { id name } }');

/** A server that can be away, and knows a branch by a name. */
function server() {
  const now = { name: 'Mitte', isAway: false, asked: 0 };
  vi.stubGlobal('fetch', async () => {
    now.asked += 1;
    if (now.isAway) {
      throw new TypeError('Failed to fetch');
    }
    return Response.json({ data: { __typename: 'Query', branch: { __typename: 'Branch', id: 'brn_mitte', name: now.name } } });
  });
  return now;
}

test('hides the answer to former variables, if it is told to', async () => {
  const late = pending<Response>();
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => (body.includes('brn_mitte') ? branchAnswer('brn_mitte') : late.promise));
  const user = await showInBranch(<TwoBranches />);
  await screen.findByText('brn_mitte brn_mitte');
  await user.click(screen.getByRole('button', { name: 'Süd' }));
  await screen.findByText('brn_mitte loading');
  late.fulfill(branchAnswer('brn_sued'));
  expect(await screen.findByText('brn_sued brn_sued')).toBeTruthy();
});

const branchAnswer = (id: string) => Response.json({ data: { __typename: 'Query', branch: { __typename: 'Branch', id, name: id } } });

const oneBranch = graphql('query OneBranch($id: ID!) { branch(id: $id) { id name } }');

/** The branch as pages show it, and as one does that hides former answers. */
function TwoBranches() {
  const [id, setId] = useState('brn_mitte');
  const usual = useLiveQuery(oneBranch, { id });
  const strict = useLiveQuery(oneBranch, { id }, { hidesFormer: true });
  const name = ({ data, loading }: typeof usual) => data?.branch?.name ?? (loading ? 'loading' : '');
  return (
    <button type="button" aria-label="Süd" onClick={() => setId('brn_sued')}>
      {`${name(usual)} ${name(strict)}`}
    </button>
  );
}

function BranchName() {
  const answer = useLiveQuery(branchName, {});
  const { freshness } = useApi();
  return (
    <>
      <button type="button" onClick={() => freshness.refresh()}>
        Change
      </button>
      <Answer of={answer}>{({ branch }) => <input defaultValue={branch?.name} key={branch?.id} aria-label={branch?.name ?? ''} />}</Answer>
    </>
  );
}

test('a refetch that fails keeps the page and what is typed in it, and is repeated until the server is back', async () => {
  const salon = server();
  const user = await showInBranch(<BranchName />);
  await user.type(await screen.findByLabelText('Mitte'), ' am Park');
  salon.isAway = true;
  const before = salon.asked;
  await user.click(screen.getByRole('button', { name: 'Change' }));
  await vi.waitUntil(() => salon.asked > before);
  expect(screen.getByLabelText('Mitte')).toHaveProperty('value', 'Mitte am Park');
  Object.assign(salon, { isAway: false, name: 'Süd' });
  expect(await screen.findByLabelText('Süd')).toHaveProperty('value', 'Mitte am Park');
});

test('a page whose first load failed appears once the server is back', async () => {
  const salon = server();
  salon.isAway = true;
  await showInBranch(<BranchName />);
  await screen.findByText('Das Laden ist fehlgeschlagen.');
  salon.isAway = false;
  expect(await screen.findByLabelText('Mitte')).toBeTruthy();
});

test('a page whose first load failed appears by a press on "Erneut versuchen"', async () => {
  const salon = server();
  salon.isAway = true;
  const user = await showInBranch(<BranchName />);
  const retry = await screen.findByRole('button', { name: 'Erneut versuchen' });
  salon.isAway = false;
  await user.click(retry);
  expect(await screen.findByLabelText('Mitte')).toBeTruthy();
});
