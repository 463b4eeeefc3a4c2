import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRequest, isOwnFrame } from '#main/ipc/gates.ts';
import { REQUESTS, type Route } from '#shared/ipc/contract.ts';

type Frame = NonNullable<Parameters<typeof isOwnFrame>[0]>;
const page: Frame = { url: 'app://bundle/index.html', parent: null };
const inside = (url: string) => ({ url, parent: page }) as unknown as Frame;

describe('who sent it', () => {
  it('takes the page', () => {
    expect(isOwnFrame(page, null)).toBe(true);
  });

  it.each([
    ['a frame inside of the page', inside('app://bundle/index.html')],
    ['another own scheme', { url: 'other://bundle/index.html', parent: null }],
    ['the development server in a built program', { url: 'http://localhost:5173/', parent: null }],
    ['an empty page', { url: 'about:blank', parent: null }],
    ['a frame that is gone', null],
  ])('refuses %s', (_name, frame) => {
    expect(isOwnFrame(frame, null)).toBe(false);
  });
});

const routes = Object.keys(REQUESTS) as Route[];
const withoutFields: readonly Route[] = routes.filter((route) => checkRequest(route, {}).ok);

describe('is it valid', () => {
  it('knows which routes take an empty request', () => {
    expect(withoutFields).toEqual([
      'boot',
      'documentOpen',
      'askToSave',
      'closeConfirmed',
      'windowClose',
      'recentDocuments',
      'settingsSet',
    ]);
  });

  it.each(routes)('%s refuses everything else with its name, and never throws', (route) => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withTypedArray: true }), (request) => {
        const checked = checkRequest(route, request);
        if (checked.ok) return withoutFields.includes(route) && Object.keys(checked.data).length === 0;
        return checked.error.code === 'bad-request' && checked.error.params['route'] === route;
      }),
    );
  });

  it.each(routes)('%s refuses a field that it does not know', (route) => {
    expect(checkRequest(route, { ...example[route], extra: 1 }).ok).toBe(false);
  });

  it.each(routes)('%s takes its own request', (route) => {
    expect(checkRequest(route, example[route])).toEqual({ ok: true, data: example[route] });
  });

  it('refuses roles and menus that the program does not offer', () => {
    const menus = [{ label: 'View', items: [{ type: 'role', role: 'toggleDevTools', label: 'x' }] }];
    expect(checkRequest('menuSet', { menus })).toMatchObject({
      ok: false,
      error: { params: { where: 'menus.0.items.0.role' } },
    });
  });
});

const document = { documentId: 'd', scenario: {} };

const example: Readonly<Record<Route, object>> = {
  boot: {},
  documentNew: { template: 'blank' },
  documentOpen: {},
  documentOpenRecent: { id: 'r' },
  documentOpenDropped: { path: '/a.scenario' },
  documentSave: document,
  documentSaveAs: { ...document, suggestedName: 'a' },
  documentState: { documentId: null, dirty: false, name: '' },
  documentClose: { documentId: 'd' },
  askToSave: {},
  closeConfirmed: {},
  windowClose: {},
  recentDocuments: {},
  settingsSet: { theme: 'dark' },
  menuSet: {
    menus: [{ label: 'File', items: [{ type: 'action', id: 'save', label: 'Save', enabled: true }] }],
  },
  menuPopup: {
    items: [{ type: 'action', id: 'row.duplicate', label: 'Duplicate row', enabled: true }],
    x: 10,
    y: 20,
  },
  exportPicture: { kind: 'png', bytes: new Uint8Array(1), suggestedName: 'a' },
  exportScenario: { scenario: {}, suggestedName: 'a' },
  exportPdf: { suggestedName: 'a', language: 'en' },
  jobDone: { kind: 'print' },
};
