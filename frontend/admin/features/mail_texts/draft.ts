import type { Content } from './mail_texts_query';

/** What is written and not saved: with what was saved before. */
export interface Draft {
  content: Content;
  before: Content;
  version: number;
}
