import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { EventName, Events, HeadroomApi, Route } from '#shared/ipc/contract.ts';

type Invoke<R extends keyof HeadroomApi<File>> = HeadroomApi<File>[R];

function route<R extends Exclude<Route, 'documentOpenDropped'>>(name: R): Invoke<R> {
  const invoke = (request: unknown) => ipcRenderer.invoke(`headroom:${name}`, request);
  return invoke as Invoke<R>;
}

function subscription<E extends EventName>(name: E) {
  return (listener: (message: Events[E]) => void) => {
    // The event argument stays here: it would hand the page the sender.
    const forward = (_event: unknown, message: Events[E]) => listener(message);
    ipcRenderer.on(`headroom:event:${name}`, forward);
    return () => {
      ipcRenderer.removeListener(`headroom:event:${name}`, forward);
    };
  };
}

const api: HeadroomApi<File> = {
  boot: route('boot'),
  documentNew: route('documentNew'),
  documentOpen: route('documentOpen'),
  documentOpenRecent: route('documentOpenRecent'),
  documentOpenDropped: (file) =>
    ipcRenderer.invoke('headroom:documentOpenDropped', { path: webUtils.getPathForFile(file) }),
  documentSave: route('documentSave'),
  documentSaveAs: route('documentSaveAs'),
  documentState: route('documentState'),
  documentClose: route('documentClose'),
  askToSave: route('askToSave'),
  closeConfirmed: route('closeConfirmed'),
  windowClose: route('windowClose'),
  recentDocuments: route('recentDocuments'),
  settingsSet: route('settingsSet'),
  menuSet: route('menuSet'),
  menuPopup: route('menuPopup'),
  exportPicture: route('exportPicture'),
  exportScenario: route('exportScenario'),
  exportPdf: route('exportPdf'),
  jobDone: route('jobDone'),
  onAction: subscription('action'),
  onOpenDocument: subscription('openDocument'),
  onCloseRequested: subscription('closeRequested'),
  onFailed: subscription('failed'),
};

contextBridge.exposeInMainWorld('headroom', api);
