import type { Link } from './video_link_changes';

/** Returns the address of the Jitsi service to create rooms in: that of the present room, else the public one. */
export function jitsiServiceOf(link: Link | null): string {
  if (link?.provider !== 'JITSI' || !link.url) {
    return 'https://meet.jit.si';
  }
  const { origin, pathname } = new URL(link.url);
  return origin + pathname.replace(/\/[^/]*\/?$/, '');
}
