import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REQUESTS } from '#shared/ipc/contract.ts';
import { answerDialogs, askedDialogs, inMain, reloadPage } from '../../tools/driver.mjs';
import { programOfGroup, startProgram } from './harness.ts';

describe('the page', () => {
  const program = programOfGroup();

  it('runs with exactly these preferences', async () => {
    const { app } = program();
    const preferences = await inMain(app, ({ BrowserWindow }) => {
      // Electron has this for its own tests and leaves it out of its types.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    // Electron leaves out what is false, but not everything that is.
    const on = Object.entries(preferences).filter(([, value]) => value === true);
    expect(Object.fromEntries(on)).toEqual({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      javascript: true,
    });
    expect(preferences).toMatchObject({ nodeIntegration: false, nodeIntegrationInSubFrames: false });
    expect(preferences['enableBlinkFeatures']).toBe('');
  });

  it('has no Node, and of main only the named functions', async () => {
    const { page } = program();
    const seen = await page.evaluate(() => ({
      globals: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
      functions: Object.keys(window.headroom ?? {}),
      others: Object.values(window.headroom ?? {}).filter((value) => typeof value !== 'function').length,
    }));
    expect(seen.globals).toEqual([]);
    const events = ['onAction', 'onOpenDocument', 'onCloseRequested', 'onFailed'];
    expect([...seen.functions].sort()).toEqual([...Object.keys(REQUESTS), ...events].sort());
    expect(seen.others).toBe(0);
  });

  it('does not hand its listeners the sender', async () => {
    const { app, page } = program();
    const heard: unknown[] = [];
    await page.exposeFunction('keepHeard', (...given: unknown[]) => heard.push(...given));
    await page.evaluate(() => {
      const { keepHeard } = window as unknown as { keepHeard: (...given: unknown[]) => void };
      window.headroom?.onAction((...given) => keepHeard(...given));
    });
    await inMain(app, ({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('headroom:event:action', { id: 'no-such-action' });
    });
    await expect.poll(() => heard).toEqual([{ id: 'no-such-action' }]);
  });

  it('loads without a word from the policy', async () => {
    const { complaints } = program();
    expect(complaints).toEqual([]);
  });

  it('cannot run text as code or as HTML', async () => {
    const { page } = program();
    const outcomes = await page.evaluate(async () => {
      // Code that a debugger evaluates may use eval; what it leaves behind for later may not.
      await new Promise((resolve) => setTimeout(resolve));
      const nameOf = (act: () => unknown) => {
        try {
          act();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      };
      const indirect = globalThis[('ev' + 'al') as 'eval'];
      return {
        eval: nameOf(() => indirect('1 + 1')),
        function: nameOf(() => new Function('return 1')()),
        html: nameOf(() => {
          Object.assign(document.createElement('div'), { innerHTML: '<b>x</b>' });
        }),
        script: nameOf(() => {
          document.createElement('script').text = 'window.ran = true';
        }),
        worker: nameOf(() => new Worker('app://bundle/assets/x.js')),
      };
    });
    expect(outcomes).toEqual({
      eval: 'EvalError',
      function: 'EvalError',
      html: 'TypeError',
      script: 'TypeError',
      worker: 'TypeError',
    });
  });

  it('reaches no file outside of its bundle', async () => {
    const { page } = program();
    const statuses = await page.evaluate(() =>
      Promise.all(
        ['..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json', 'assets/..%2f..%2f..%2fpackage.json'].map(
          async (path) => (await fetch(`app://bundle/${path}`)).status,
        ),
      ),
    );
    expect(statuses.filter((status) => status < 400)).toEqual([]);
    const blocked = await page.evaluate(() =>
      fetch('file:///etc/hostname').then(
        () => 'read',
        () => 'blocked',
      ),
    );
    expect(blocked).toBe('blocked');
  });
});

describe('the window stays where it is', () => {
  it('when the page sets another address, opens a window or puts in a frame', async () => {
    const { app, page } = await startProgram();
    const opened = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.org/';
      document.body.append(frame);
      return window.open('https://example.org/') === null && window.open('app://bundle/index.html') === null;
    });
    expect(opened).toBe(true);
    const tried = inMain(
      app,
      ({ BrowserWindow }) =>
        new Promise<boolean>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.on('will-frame-navigate', (event) => {
            if (event.isMainFrame) resolve(event.defaultPrevented);
          });
        }),
    );
    // Left behind for later: a debugger waits for the navigation that it starts itself.
    await page.evaluate(() => {
      setTimeout(() => {
        location.href = 'https://example.org/';
      });
    });
    expect(await tried).toBe(true);
    expect(page.url()).toBe('app://bundle/index.html');
    expect(app.windows()).toHaveLength(1);
    const frames = page.frames().map((frame) => frame.url());
    expect(frames.filter((url) => url.includes('example.org'))).toEqual([]);
  });

  it('and loads again when it is told to', async () => {
    const { app, page } = await startProgram();
    await reloadPage(app, page);
    expect(page.url()).toBe('app://bundle/index.html');
  });
});

describe('permissions', () => {
  const program = programOfGroup();

  it('are denied, but for putting a picture on the clipboard', async () => {
    const { page } = program();
    const outcomes = await page.evaluate(async () => {
      const nameOf = (promise: Promise<unknown>) =>
        promise.then(
          () => 'done',
          (error: Error) => error.name,
        );
      const canvas = document.createElement('canvas');
      const picture = new Promise<Blob>((resolve) =>
        canvas.toBlob((blob) => resolve(blob ?? new Blob()), 'image/png'),
      );
      return {
        notification: await Notification.requestPermission(),
        place: await new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('known'),
            (error) => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : error.message),
          ),
        ),
        camera: (await navigator.permissions.query({ name: 'camera' as PermissionName })).state,
        write: await nameOf(navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])),
        read: await nameOf(navigator.clipboard.read()),
      };
    });
    expect(outcomes).toEqual({
      notification: 'denied',
      place: 'denied',
      camera: 'denied',
      write: 'done',
      read: 'NotAllowedError',
    });
  });

  it('downloads do not start', async () => {
    const { app, page } = program();
    const prevented = inMain(
      app,
      ({ session }) =>
        new Promise<boolean>((resolve) => {
          session.defaultSession.on('will-download', (event) => resolve(event.defaultPrevented));
        }),
    );
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.txt';
      link.click();
    });
    expect(await prevented).toBe(true);
  });
});

describe('the network', () => {
  const program = programOfGroup();

  it('is closed to the page and to main', async () => {
    const { app, page } = program();
    const fromPage = await page.evaluate(() =>
      Promise.all(
        ['https://example.org/', 'http://127.0.0.1:9/', 'http://[::1]:9/'].map((address) =>
          fetch(address).then(
            () => 'answered',
            () => 'blocked',
          ),
        ),
      ),
    );
    expect(fromPage).toEqual(['blocked', 'blocked', 'blocked']);
    const fromMain = await inMain(app, ({ net }) =>
      Promise.all(
        ['https://example.org/', 'http://127.0.0.1:9/'].map((address) =>
          net.fetch(address).then(
            () => 'answered',
            (error: Error) => error.message,
          ),
        ),
      ),
    );
    expect(fromMain).toEqual(['net::ERR_BLOCKED_BY_CLIENT', 'net::ERR_BLOCKED_BY_CLIENT']);
  });

  it('is closed to sessions that are made later', async () => {
    const { app } = program();
    const message = await inMain(app, ({ session }) =>
      session
        .fromPartition('made-later')
        .fetch('https://example.org/')
        .then(
          () => 'answered',
          (error: Error) => error.message,
        ),
    );
    expect(message).toBe('net::ERR_BLOCKED_BY_CLIENT');
  });

  it('gives no dictionary a reason to be fetched, and WebRTC no address', async () => {
    const { app, page } = program();
    const state = await inMain(app, ({ BrowserWindow, session }) => ({
      languages: session.defaultSession.getSpellCheckerLanguages(),
      spelling: session.defaultSession.isSpellCheckerEnabled(),
      webrtc: BrowserWindow.getAllWindows()[0]?.webContents.getWebRTCIPHandlingPolicy(),
    }));
    expect(state).toEqual({ languages: [], spelling: false, webrtc: 'disable_non_proxied_udp' });
    const candidates = await page.evaluate(async () => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:9' }] });
      connection.createDataChannel('x');
      const found: string[] = [];
      const gathered = new Promise<void>((resolve) => {
        connection.onicecandidate = ({ candidate }) => {
          if (candidate === null) resolve();
          else found.push(candidate.candidate);
        };
      });
      await connection.setLocalDescription(await connection.createOffer());
      await gathered;
      connection.close();
      return found.filter((candidate) => candidate !== '');
    });
    expect(candidates).toEqual([]);
  });
});

describe('requests to main', () => {
  const program = programOfGroup();

  it('are denied to a page that is not the program’s own, though it has the same preload', async () => {
    const { app } = program();
    const preload = resolve('out', 'preload', 'preload.cjs');
    const answers = await inMain(
      app,
      async ({ BrowserWindow }, preload) => {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        await stranger.loadURL('data:text/html,stranger');
        const replies = await stranger.webContents.executeJavaScript(
          `Promise.all([headroom.boot({}), headroom.documentNew({ template: 'blank' }), headroom.askToSave({})])`,
        );
        stranger.destroy();
        return replies;
      },
      preload,
    );
    const denied = { ok: false, error: { code: 'denied', params: {} } };
    expect(answers).toEqual([denied, denied, denied]);
  });

  it('of the wrong shape are refused by name, and the program goes on', async () => {
    const { page } = program();
    const codes = await page.evaluate(async () => {
      const api = window.headroom as unknown as Record<
        string,
        (request: unknown) => Promise<{ ok: boolean; error: { code: string } }>
      >;
      const routes = Object.keys(api).filter(
        (name) => !name.startsWith('on') && name !== 'documentOpenDropped',
      );
      const replies = await Promise.all(
        routes.map((name) => api[name]?.({ path: '/etc/passwd', documentId: 7 })),
      );
      return [...new Set(replies.map((reply) => (reply?.ok ? 'taken' : reply?.error.code)))];
    });
    expect(codes).toEqual(['bad-request']);
    const dropped = await page.evaluate(() =>
      window.headroom?.documentOpenDropped(new File(['x'], '/etc/passwd.scenario')),
    );
    expect(dropped?.ok).toBe(false);
  });
});

describe('when something breaks', () => {
  it('a page that crashed is there again', async () => {
    const { app } = await startProgram();
    const again = inMain(
      app,
      ({ BrowserWindow }) =>
        new Promise<string>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.once('render-process-gone', (_event, { reason }) => {
            contents.once('did-finish-load', () => resolve(reason));
          });
          contents?.forcefullyCrashRenderer();
        }),
    );
    expect(await again).toMatch(/^(crashed|killed)$/);
    const ready = await inMain(app, async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return contents?.executeJavaScript(`new Promise((resolve) => {
        const look = () => document.documentElement.dataset.ready === 'true' ? resolve(true) : requestAnimationFrame(look);
        look();
      })`);
    });
    expect(ready).toBe(true);
  });

  it('an error nobody caught is logged and said, and the program goes on', async () => {
    const { app, page, userData } = await startProgram();
    await answerDialogs(app, { message: [0] });
    await inMain(app, () => {
      setImmediate(() => {
        throw new Error('thrown for the test');
      });
      void Promise.reject(new Error('rejected for the test'));
    });
    const log = join(userData, 'logs', 'main.log');
    await expect
      .poll(() => (existsSync(log) ? readFileSync(log, 'utf8') : ''))
      .toMatch(/thrown for the test/);
    await expect.poll(() => readFileSync(log, 'utf8')).toMatch(/rejected for the test/);
    const asked = await askedDialogs(app);
    expect(asked[0]).toMatchObject({ kind: 'message', options: { type: 'error' } });
    expect(await page.evaluate(() => window.headroom?.recentDocuments({}))).toMatchObject({ ok: true });
  });
});
