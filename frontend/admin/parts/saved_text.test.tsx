import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { show } from '../testing/render';
import { SavedText } from './saved_text';

/** The name of a person as a page lets it be edited; the server refuses an empty one. */
function name() {
  const saved: string[] = [];
  const save = async (value: string) => {
    saved.push(value);
    return value === '' ? 'Der Name fehlt.' : undefined;
  };
  return { saved, field: (value: string) => <SavedText label="Name" value={value} save={save} /> };
}

const field = () => screen.getByLabelText<HTMLInputElement>('Name');

test('Enter saves what was typed, without spaces around it', async () => {
  const { saved, field: element } = name();
  const { user } = show(element('Anna'));
  await user.type(field(), ' Berg {Enter}');
  expect(saved).toEqual(['Anna Berg']);
  expect(field().value).toBe('Anna Berg');
});

test('leaving the field saves it once', async () => {
  const { saved, field: element } = name();
  const { user } = show(element('Anna'));
  await user.type(field(), 'lena');
  await user.tab();
  expect(saved).toEqual(['Annalena']);
});

test('leaving it unchanged saves nothing', async () => {
  const { saved, field: element } = name();
  const { user } = show(element('Anna'));
  await user.click(field());
  await user.tab();
  expect(saved).toEqual([]);
});

test('Escape restores what is saved', async () => {
  const { saved, field: element } = name();
  const { user } = show(element('Anna'));
  await user.type(field(), 'lena{Escape}');
  expect(field().value).toBe('Anna');
  await user.tab();
  expect(saved).toEqual([]);
});

test('a refused text stays, with the reason beside it', async () => {
  const { saved, field: element } = name();
  const { user } = show(element('Anna'));
  await user.clear(field());
  await user.tab();
  expect(await screen.findByText('Der Name fehlt.')).toBeDefined();
  expect(field().getAttribute('aria-invalid')).toBe('true');
  expect(field().value).toBe('');
  expect(saved).toEqual(['']);
});

test('an update from the server shows, unless something is being typed', async () => {
  const { field: element } = name();
  const { user, update } = show(element('Anna'));
  update(element('Hannah'));
  expect(field().value).toBe('Hannah');
  await user.type(field(), ' Berg');
  update(element('Johanna'));
  expect(field().value).toBe('Hannah Berg');
});

test('pasted lines become one line with spaces between them', async () => {
  const { saved, field: element } = name();
  const { user } = show(element(''));
  await user.click(field());
  await user.paste('Zoom-Meeting beitreten\r\nhttps://zoom.us/j/84512345678\n\nMeeting-ID: 845 1234 5678');
  await user.tab();
  expect(saved).toEqual(['Zoom-Meeting beitreten https://zoom.us/j/84512345678 Meeting-ID: 845 1234 5678']);
});
