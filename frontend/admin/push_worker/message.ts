/** What a push says. */
export interface Message {
  title: string;
  body: string;
  /** Where a click leads: an address below the admin's. */
  path: string;
  /** Replaces an earlier notification of the same tag; empty: none. */
  tag: string;
}

/** Returns the message of a push; undefined if it is malformed or leads out of the admin. */
export function messageOf(text: string | undefined, origin: string): Message | undefined {
  const { title, body, path, tag } = fieldsOf(text);
  if (typeof title !== 'string' || title === '' || typeof path !== 'string') {
    return undefined;
  }
  const inside = pathInAdmin(path, origin);
  return inside === undefined ? undefined : { title, path: inside, body: typeof body === 'string' ? body : '', tag: typeof tag === 'string' ? tag : '' };
}

/** Returns how a message is shown. That a customer waits makes a sound, also in place of another notice of the same appointment. */
export function noticeOf({ body, path, tag }: Message): NotificationOptions & { renotify: boolean } {
  return { body, tag, renotify: tag.endsWith(':waits'), icon: '/admin/icons/192.png', data: path };
}

/** Returns the path as browsers resolve it; undefined if it is not below /admin/ of the origin. */
export function pathInAdmin(path: string, origin: string): string | undefined {
  const address = URL.canParse(path, origin) ? new URL(path, origin) : undefined;
  return address?.origin === origin && address.pathname.startsWith('/admin/') ? `${address.pathname}${address.search}` : undefined;
}

function fieldsOf(text: string | undefined): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text ?? '');
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
