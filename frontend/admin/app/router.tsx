import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { useWords } from '../language/words';
import { Empty } from '../parts/empty';
import { Shell } from './shell';
import { appWords } from './words';

/** What every address may say: the branch, by its slug. */
interface CommonSearch {
  filiale?: string;
}

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: ({ filiale }: Record<string, unknown>): CommonSearch => (typeof filiale === 'string' ? { filiale } : {}),
  search: { middlewares: [retainSearchParams(['filiale'])] },
});

function NotFound() {
  const t = useWords(appWords);
  return (
    <Empty title={t.notFound}>
      <Link to="/">{t.toStart}</Link>
    </Empty>
  );
}

const staff = createRoute({
  getParentRoute: () => root,
  path: '/mitarbeiter',
  component: lazyRouteComponent(() => import('../features/staff/staff_page'), 'StaffPage'),
});
const profile = createRoute({
  getParentRoute: () => root,
  path: '/mitarbeiter/$staffId/$tab',
  component: lazyRouteComponent(() => import('../features/staff/profile_page'), 'ProfilePage'),
});
const competencies = createRoute({
  getParentRoute: () => root,
  path: '/kompetenzen',
  component: lazyRouteComponent(() => import('../features/competencies/competencies_page'), 'CompetenciesPage'),
});
const videoCalls = createRoute({
  getParentRoute: () => root,
  path: '/video-anrufe',
  component: lazyRouteComponent(() => import('../features/video_calls/video_calls_page'), 'VideoCallsPage'),
});
const first = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/video-anrufe' });
  },
});

/** Every page has its address: the addresses are German, as the article's words are. */
export const router = createRouter({
  basepath: '/admin',
  defaultPreload: 'intent',
  routeTree: root.addChildren([first, staff, profile, competencies, videoCalls]),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
