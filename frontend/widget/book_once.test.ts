import { expect, it } from 'vitest';
import type { Booked, Payload } from './api';
import { bookOnce, isSame, withAttempt } from './book_once';
import type { Attempt } from './kept';

const attempt = (name: string): Attempt => ({ serviceId: 'svc_a', input: { customer: { name, email: 'lena@kunde.example', phone: '' }, note: '' } });
const refused = (code: string): Payload => ({ userErrors: [{ code, field: [], message: code }] });
const booked: Payload = { userErrors: [], booking: { id: 'apt_a' } as Booked };
const [lena, paula, nora] = [attempt('Lena'), attempt('Paula'), attempt('Nora')];

/** Returns a server on which an attempt has booked, and the names that it is asked for. */
function serverOf(first?: Attempt) {
  const asked: string[] = [];
  let made = first;
  async function send(sent: Attempt): Promise<Payload> {
    asked.push(sent.input.customer.name);
    made ??= sent;
    return isSame(made, sent) ? booked : refused('IDEMPOTENCY_KEY_REUSED');
  }
  return { asked, send };
}

it('books what is written now if no earlier attempt has booked', async () => {
  const { asked, send } = serverOf();
  expect(await bookOnce(nora, [lena, paula], send)).toEqual({ answer: booked, attempt: nora });
  expect(asked).toEqual(['Nora']);
});

it.each([
  [paula, ['Nora', 'Paula']],
  [lena, ['Nora', 'Paula', 'Lena']],
])('finds what an earlier attempt has booked', async (made, names) => {
  const { asked, send } = serverOf(made);
  expect(await bookOnce(nora, [lena, paula], send)).toEqual({ answer: booked, attempt: made });
  expect(asked).toEqual(names);
});

it('repeats no attempt for another reason', async () => {
  const answer = refused('HOLD_EXPIRED');
  expect(await bookOnce(nora, [lena], async () => answer)).toEqual({ answer, attempt: nora });
});

it('lists an attempt once', () => {
  expect(withAttempt([lena, paula], attempt('Lena'))).toEqual([paula, lena]);
  expect(withAttempt([], nora)).toEqual([nora]);
});
