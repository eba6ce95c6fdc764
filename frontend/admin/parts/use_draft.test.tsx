import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import '../testing/render';
import { useDraft } from './use_draft';

/** A draft of the opening hours that the server knows. */
const draftOf = (saved: string) => renderHook((hours: string) => useDraft(hours), { initialProps: saved });

test('what nobody edits follows the server', () => {
  const { result, rerender } = draftOf('9–18');
  rerender('10–18');
  expect(result.current.value).toBe('10–18');
  expect(result.current.isChanged).toBe(false);
});

test('a draft survives an update from the server', () => {
  const { result, rerender } = draftOf('9–18');
  act(() => result.current.write('9–20'));
  rerender('10–18');
  expect(result.current.value).toBe('9–20');
  expect(result.current.isChanged).toBe(true);
});

test('a dropped draft gives way to what the server knows by then', () => {
  const { result, rerender } = draftOf('9–18');
  act(() => result.current.write('9–20'));
  rerender('10–18');
  act(() => result.current.drop());
  expect(result.current.value).toBe('10–18');
  expect(result.current.isChanged).toBe(false);
});
