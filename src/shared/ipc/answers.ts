import type { IsoDate } from '#shared/model/date.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import type { Language } from '#shared/model/text.ts';
import type { AppError } from './errors.ts';

export type Theme = 'light' | 'dark' | 'system';

/** Height of the rows of the grid. */
export type Density = 'dense' | 'comfortable';

/** What the program remembers about its user from one start to the next. */
export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  readonly density: Density;
  /** Size of the whole page in per cent; one of `ZOOM_STEPS`. */
  readonly zoom: number;
  readonly outlineOpen: boolean;
  /** Sizes of the panes of a group in per cent, by the name of the group. */
  readonly panes: Readonly<Record<string, readonly number[]>>;
}

export interface PlatformFacts {
  readonly os: 'mac' | 'windows' | 'linux';
  readonly version: string;
  readonly electron: string;
  readonly chrome: string;
}

/** A document that was open before. The id is opaque: the path stays in main. */
export interface RecentDocument {
  readonly id: string;
  readonly name: string;
}

export interface OpenedDocument {
  readonly documentId: string;
  /** File name as shown; null until the document has a file. */
  readonly name: string | null;
  readonly scenario: Scenario;
  readonly readOnly: boolean;
  /** When the file was last written, ISO with time; null without a file. */
  readonly savedAt: string | null;
}

export interface SavedDocument {
  readonly documentId: string;
  readonly name: string;
  readonly savedAt: string;
  /** False: written, but the disk did not confirm that it survives a power cut. */
  readonly durable: boolean;
}

export type AskToSaveAnswer = 'save' | 'discard' | 'cancel';

export interface ExportedFile {
  readonly name: string;
}

/** What the command line asks a hidden window to draw. */
export interface ExportJob {
  readonly scenario: Scenario;
  readonly name: string;
  readonly caseId: string | null;
  readonly asOf: IsoDate | null;
  readonly language: Language;
  readonly subject: ExportSubject;
  readonly format: 'png' | 'svg' | 'pdf';
  readonly scale: 1 | 2 | 3;
}

export type ExportSubject = { readonly kind: 'chart'; readonly chart: string } | { readonly kind: 'report' };

export interface Boot {
  readonly settings: Settings;
  readonly platform: PlatformFacts;
  readonly recent: readonly RecentDocument[];
  /** The document to show at once: from the command line, a double click, or the one open before a reload. */
  readonly open: OpenedDocument | null;
  /** Why the document to show could not be opened. */
  readonly openError: AppError | null;
  readonly job: ExportJob | null;
  /** For style elements that libraries put into the page. */
  readonly styleNonce: string;
}
