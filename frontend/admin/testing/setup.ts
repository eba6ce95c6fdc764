import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';

// happy-dom has no fonts; text areas that grow with their text listen to them.
Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });

// Far longer than any wait takes, so that a busy machine fails no test.
configure({ asyncUtilTimeout: 30_000 });

beforeEach(() => localStorage.clear());
beforeEach(() => sessionStorage.clear());
afterEach(cleanup);
// Else the notices of the next test wait for those of this one to disappear.
afterEach(() => notifications.clean());
