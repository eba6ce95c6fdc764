import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where screenshots are, for reviews. */
export const screenshots = join(import.meta.dirname, '../screenshots');

/** Removes the screenshots of former runs, of which some may show what is gone. */
export default () => rm(screenshots, { recursive: true, force: true });
