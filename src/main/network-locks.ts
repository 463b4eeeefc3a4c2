import type { CommandLine, Session, WebContents } from 'electron';
import { type DevelopmentOrigin, isOwnPage, isOwnRequest } from './page-origin.ts';

/**
 * Before `ready`: no name resolves, and addresses given as numbers are refused with them.
 * This is what stops prefetching of names, which no request filter sees.
 */
export function lockNameResolution(commandLine: CommandLine, development: DevelopmentOrigin): void {
  const exclude = development === null ? '' : ', EXCLUDE localhost';
  commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${exclude}`);
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
}

/** For every session as it is made: requests, the spelling dictionary, permissions, downloads. */
export function lockSession(session: Session, development: DevelopmentOrigin): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnRequest(details.url, development) });
  });
  // Switching spelling off alone still fetches a dictionary; an empty list of languages does not.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isAllowed(permission, details.isMainFrame, details.requestingUrl, development));
  });
  session.setPermissionCheckHandler((_contents, permission, _origin, details) =>
    isAllowed(permission, details.isMainFrame, details.requestingUrl ?? '', development),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

/** Copying a chart to the clipboard is the one permission the page needs. */
function isAllowed(
  permission: string,
  isMainFrame: boolean,
  address: string,
  development: DevelopmentOrigin,
): boolean {
  return permission === 'clipboard-sanitized-write' && isMainFrame && isOwnPage(address, development);
}

/** For every page: it stays where it is, opens nothing, and gives no address away through WebRTC. */
export function lockContents(contents: WebContents, development: DevelopmentOrigin): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!(event.isMainFrame && isReload(contents, event.url, development))) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function isReload(contents: WebContents, address: string, development: DevelopmentOrigin): boolean {
  return address === contents.getURL() && isOwnPage(address, development);
}
