import { run } from './api';
import { sessionOf } from './session';

/** The kinds of emails to customers. */
export const mailKinds = ['TO_CONFIRM', 'CONFIRMED', 'MOVED', 'CANCELLED', 'REMINDER'] as const;

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

/** Returns the HTML of an email about an invented appointment. */
export async function mailDocument(origin: string, kind: string, locale: string, content: MailContent = builtIn): Promise<string> {
  const answer = await run(origin, preview, { kind, locale, content }, { cookie: sessionOf('clara') });
  return (answer.data as { mailTextPreview: { html: string } }).mailTextPreview.html;
}
