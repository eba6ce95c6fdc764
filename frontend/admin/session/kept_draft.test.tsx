import { Notifications } from '@mantine/notifications';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { showInBranch } from '../testing/render';
import { RestoredDraft, useKeptDraft } from './kept_draft';
import { type Session, SessionContext, useSession } from './session';

/** A form for the hours of a day, which are saved on the server. */
function Hours({ saved, version }: { saved: string; version: number }) {
  const draft = useKeptDraft('hours', { text: saved }, version);
  return (
    <>
      <RestoredDraft of={draft} />
      <input aria-label="Zeiten" value={draft.value.text} onChange={(event) => draft.write({ text: event.currentTarget.value })} />
      <output aria-label="Stand">{`${draft.before.text} ${draft.version} ${draft.isChanged}`}</output>
      <output aria-label="ID">{draft.id}</output>
      <button type="button" onClick={draft.drop}>
        Speichern
      </button>
    </>
  );
}

/** A page with the form, which can be left, on which the server's hours change, and somebody else may sign in. */
function Page() {
  const session = useSession();
  const [isOpen, setOpen] = useState(true);
  const [saved, setSaved] = useState({ saved: '9–18', version: 1 });
  const [name, setName] = useState('stf_anna');
  const me: Session['me'] = { ...session.me, profile: { ...session.me.profile, id: name } };
  return (
    <SessionContext value={{ ...session, me }}>
      <Notifications />
      <button type="button" onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Verlassen' : 'Öffnen'}
      </button>
      <button type="button" onClick={() => setSaved({ saved: '10–18', version: 2 })}>
        Ändern
      </button>
      <button type="button" onClick={() => setName(name === 'stf_anna' ? 'stf_ben' : 'stf_anna')}>
        Wechseln
      </button>
      {isOpen && <Hours {...saved} />}
    </SessionContext>
  );
}

async function page() {
  const user = await showInBranch(<Page />);
  return {
    press: (name: string) => user.click(screen.getByRole('button', { name })),
    type: (text: string) => user.type(field(), text),
    clear: () => user.clear(field()),
  };
}
const field = () => screen.getByLabelText<HTMLInputElement>('Zeiten');
const state = () => screen.getByLabelText('Stand').textContent;

test('what nobody edits follows the server', async () => {
  const { press } = await page();
  await press('Ändern');
  expect([field().value, state()]).toEqual(['10–18', '10–18 2 false']);
});

test('a draft survives an update from the server, and remembers what it began with', async () => {
  const { press, type } = await page();
  await type(':30');
  await press('Ändern');
  expect([field().value, state()]).toEqual(['9–18:30', '9–18 1 true']);
});

test('a draft survives leaving, which says so, and says itself that it is one', async () => {
  const { press, type } = await page();
  await type(':30');
  const id = screen.getByLabelText('ID').textContent;
  expect(screen.queryByText(/dein Entwurf von vorhin/)).toBeNull();
  await press('Verlassen');
  await screen.findByText('Entwurf behalten');
  await press('Ändern');
  await press('Öffnen');
  expect([field().value, state(), screen.getByLabelText('ID').textContent]).toEqual(['9–18:30', '9–18 1 true', id]);
  expect(screen.getByText(/dein Entwurf von vorhin/)).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('Entwurf behalten')).toBeNull());
  await press('Entwurf verwerfen');
  expect([field().value, state()]).toEqual(['10–18', '10–18 2 false']);
  expect(screen.getByLabelText('ID').textContent).not.toBe(id);
  expect(screen.queryByText(/dein Entwurf von vorhin/)).toBeNull();
});

test.each([
  ['saved', async ({ press }: Awaited<ReturnType<typeof page>>) => press('Speichern')],
  ['taken back by hand', async ({ clear, type }: Awaited<ReturnType<typeof page>>) => clear().then(() => type('9–18'))],
])('what is %s is no draft any more', async (_, end) => {
  const on = await page();
  await on.type(':30');
  await end(on);
  await on.press('Verlassen');
  await on.press('Öffnen');
  expect([field().value, state()]).toEqual(['9–18', '9–18 1 false']);
  expect(screen.queryByText('Entwurf behalten')).toBeNull();
});

test('a draft of somebody else never shows', async () => {
  const { press, type } = await page();
  await type(':30');
  await press('Wechseln');
  expect([field().value, state()]).toEqual(['9–18', '9–18 1 false']);
  await press('Wechseln');
  expect(field().value).toBe('9–18:30');
});
