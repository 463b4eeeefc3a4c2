import { mainClient } from '#renderer/main-client.ts';
import { hasUnsavedWork } from '#renderer/store/document-state.ts';
import { documentStore } from '#renderer/store/document-store.ts';
import { hasPending, pendingEntries } from '#renderer/store/pending-entry.ts';
import { sessionStore } from '#renderer/store/session-store.ts';
import { documentName } from './files.ts';

/** Tells main what the window title and the close question need to know. Returns the end of it. */
export function followWithWindowTitle(): () => void {
  let sent = '';
  const send = () => {
    const { documentId } = documentStore.getState();
    const dirty = hasUnsavedWork(documentStore.getState()) || hasPending();
    const name = documentId === null ? '' : documentName();
    const now = JSON.stringify([documentId, dirty, name]);
    if (now === sent) return;
    sent = now;
    void mainClient().documentState({ documentId, dirty, name });
  };
  const ends = [documentStore, sessionStore, pendingEntries].map((store) => store.subscribe(send));
  send();
  return () => {
    for (const end of ends) end();
  };
}
