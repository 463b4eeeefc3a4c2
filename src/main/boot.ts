import type { Boot, OpenedDocument, PlatformFacts } from '#shared/ipc/answers.ts';
import type { Reply } from '#shared/ipc/errors.ts';

export function platformFacts(version: string): PlatformFacts {
  const { electron = '', chrome = '' } = process.versions;
  return { os: operatingSystem(), version, electron, chrome };
}

function operatingSystem(): PlatformFacts['os'] {
  if (process.platform === 'darwin') return 'mac';
  return process.platform === 'win32' ? 'windows' : 'linux';
}

/** The part of the first answer that says which document to show. */
export function shownAtBoot(opened: Reply<OpenedDocument> | null): Pick<Boot, 'open' | 'openError'> {
  if (opened === null) return { open: null, openError: null };
  return opened.ok ? { open: opened.data, openError: null } : { open: null, openError: opened.error };
}
