/** Why a file was not read or written. The sentences stand in the locale files under these codes. */
export const FILE_ERROR_CODES = [
  'file-missing',
  /** The same code as the format's: its limit is known before reading. */
  'file-too-large',
  'folder-missing',
  'not-a-regular-file',
  'link-broken',
  'read-only',
  'no-permission',
  'folder-not-writable',
  'changed-on-disk',
  'disk-full',
  'name-too-long',
  'file-busy',
  'written-short',
  'system-error',
] as const;
export type FileErrorCode = (typeof FILE_ERROR_CODES)[number];

export interface FileError {
  readonly code: FileErrorCode;
  /** `system` holds what the operating system said, where it said anything. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Carries a FileError out of a sequence of steps; never leaves this folder. */
export class FileFailure extends Error {
  readonly fileError: FileError;

  constructor(code: FileErrorCode, params: FileError['params'] = {}) {
    super(code);
    this.fileError = { code, params };
  }
}

/** What was being done when the system refused: the same refusal means different things. */
export type Step = 'read' | 'find-folder' | 'open-old' | 'open-new' | 'write' | 'replace';

const REFUSED: Readonly<Record<Step, FileErrorCode>> = {
  read: 'no-permission',
  'find-folder': 'no-permission',
  'open-old': 'read-only',
  'open-new': 'folder-not-writable',
  write: 'no-permission',
  replace: 'folder-not-writable',
};

/** EDQUOT: Node knows no name for it. */
const QUOTA_EXCEEDED = -122;

/** Any thrown value as a FileError. Unknown refusals of the system are shown as it words them. */
export function fileErrorOf(thrown: unknown, step: Step): FileError {
  if (thrown instanceof FileFailure) return thrown.fileError;
  const { code = 'unknown', errno } = thrown as NodeJS.ErrnoException;
  const system = String(code);
  return { code: errno === QUOTA_EXCEEDED ? 'disk-full' : codeOf(system, step), params: { system } };
}

function codeOf(system: string, step: Step): FileErrorCode {
  switch (system) {
    case 'ENOENT':
    case 'ENOTDIR':
      return step === 'read' ? 'file-missing' : 'folder-missing';
    case 'EACCES':
    case 'EPERM':
      return REFUSED[step];
    case 'EROFS':
      return 'read-only';
    case 'EISDIR':
    case 'ENXIO':
      return 'not-a-regular-file';
    case 'ENOSPC':
    case 'EFBIG':
      return 'disk-full';
    case 'ENAMETOOLONG':
      return 'name-too-long';
    case 'EBUSY':
    case 'ETXTBSY':
      return 'file-busy';
    case 'ELOOP':
      return 'link-broken';
    default:
      return 'system-error';
  }
}
