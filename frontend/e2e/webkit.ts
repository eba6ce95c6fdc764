import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { vi } from 'vitest';
import { type Engine, type EnginePage, longest, type Scheme } from './engine';
import { freePort } from './free_port';
import { noteComplaints } from './noted_complaints';
import { find } from './sought';

const driver = '/usr/bin/WebKitWebDriver';
const display = '/usr/bin/Xvfb';

/** How high the window is, in pixels. */
const height = 860;

/** WebKit of GTK, driven by WebDriver, on a display that nobody sees. */
export const webkit: Engine = { name: 'WebKit', programs: [driver, display], narrowest: 447, calls: false, start }; // Debian builds it without WebRTC

/** An element in WebDriver's answers. */
type Reference = Record<'element-6066-11e4-a52e-4f735466cecf', string>;

async function start(scheme: Scheme): Promise<EnginePage> {
  const programs: ChildProcess[] = [];
  const end = async () => {
    for (const program of programs.toReversed()) {
      const ended = once(program, 'exit');
      if (program.kill()) {
        await ended;
      }
    }
  };
  try {
    // It prints the number of the display that it has taken.
    const screen = spawn(display, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'pipe', 'ignore'] });
    programs.push(screen);
    const [number] = (await once(screen.stdout, 'data', { signal: AbortSignal.timeout(longest) })) as [Buffer];
    const port = await freePort();
    const theme = scheme === 'dark' ? 'Adwaita:dark' : 'Adwaita';
    const variables = { DISPLAY: `:${number.toString().trim()}`, GTK_THEME: theme, NO_AT_BRIDGE: '1', TZ: 'America/New_York' };
    programs.push(spawn(driver, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, ...variables } }));
    const origin = `http://127.0.0.1:${port}`;
    await vi.waitFor(() => ask(`${origin}/status`, 'GET'), { timeout: longest });
    const { sessionId } = (await ask(`${origin}/session`, 'POST', { capabilities: {} })) as { sessionId: string };
    return pageOf(`${origin}/session/${sessionId}`, end);
  } catch (error) {
    await end();
    throw error;
  }
}

/** The page of a session, whose address is that of its commands. */
function pageOf(session: string, end: () => Promise<void>): EnginePage {
  const post = (command: string, body: object) => ask(`${session}/${command}`, 'POST', body);
  /** Sends a function as its text. */
  const run = <Result>(script: (...given: never[]) => Result, ...given: unknown[]) =>
    post('execute/sync', { script: `return (${script}).apply(null, arguments)`, args: given }) as Promise<Awaited<Result>>;
  return {
    async open(url) {
      await post('url', { url });
      // WebDriver runs nothing before the page's own scripts, so what they complain about while the page loads is not noted.
      await run(noteComplaints);
    },
    async find(sought) {
      const found = (await run(find, sought)) as unknown as Reference | null;
      if (!found) {
        return undefined;
      }
      const element = `element/${found['element-6066-11e4-a52e-4f735466cecf']}`;
      return {
        click: async () => void (await post(`${element}/click`, {})),
        type: async (text) => void (await post(`${element}/value`, { text })),
        run: (script) => run(script, found),
      };
    },
    async resize(width) {
      await post('window/rect', { width, height });
    },
    run,
    async close() {
      await ask(session, 'DELETE').finally(end);
    },
  };
}

/** Asks the driver, and returns the value of its answer. */
async function ask(address: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(address, { method, body: body ? JSON.stringify(body) : null, signal: AbortSignal.timeout(longest) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) {
    throw new Error(JSON.stringify(value));
  }
  return value;
}
