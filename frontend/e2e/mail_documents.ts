import { run } from './api';
import { sessionOf } from './session';

/** The kinds of emails about an appointment, of which the other ones have fewer parts. */
export const appointmentMailKinds = ['TO_CONFIRM', 'CONFIRMED', 'MOVED', 'CHANGED', 'CANCELLED', 'REMINDER'] as const;

/** The kinds of emails to customers. */
export const mailKinds = [...appointmentMailKinds, 'MOVE_DECLINED', 'CANCEL_DECLINED', 'CUSTOMER_EXPORT', 'CUSTOMER_ERASURE'] as const;

/** What stands in an email beside the facts; empty: what is built in. */
export interface MailContent {
  subject: string;
  opening: string;
  closing: string;
}

export const builtIn: MailContent = { subject: '', opening: '', closing: '' };

const preview = `query ($kind: MailTextKind!, $locale: Locale!, $content: MailTextContentInput!) {
  mailTextPreview(branchId: "brn_demo-mitte", kind: $kind, locale: $locale, content: $content) { html }
}`;

/** A picture of one pixel, in Base64. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** Gives the branch a logo, and a color that is too light for paper. */
export async function brand(origin: string): Promise<void> {
  const owner = { cookie: sessionOf('anna') };
  const { data } = await run(origin, 'mutation ($content: String!) { pictureAdd(input: { content: $content }) { picture { id } } }', { content: dot }, owner);
  const { id } = (data as { pictureAdd: { picture: { id: string } } }).pictureAdd.picture;
  const input = { id: 'brn_demo-mitte', accent: '#ffd400', logoId: id };
  await run(origin, 'mutation ($input: BranchUpdateInput!) { branchUpdate(input: $input) { userErrors { message } } }', { input }, owner);
}

/** Returns the HTML of an email about an invented appointment. */
export async function mailDocument(origin: string, kind: string, locale: string, content: MailContent = builtIn): Promise<string> {
  const answer = await run(origin, preview, { kind, locale, content }, { cookie: sessionOf('clara') });
  return (answer.data as { mailTextPreview: { html: string } }).mailTextPreview.html;
}
