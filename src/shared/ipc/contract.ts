import { z } from 'zod';
import type { Scenario } from '#shared/model/scenario.ts';
import type {
  AskToSaveAnswer,
  Boot,
  ExportedFile,
  OpenedDocument,
  RecentDocument,
  SavedDocument,
  Settings,
} from './answers.ts';
import type { AppError, Reply } from './errors.ts';
import { ZOOM_STEPS } from './zoom.ts';

const NAME_LENGTH = 255;
const LABEL_LENGTH = 400;
const MENU_ENTRIES = 100;
const PICTURE_BYTES = 200 * 1024 * 1024;
const PATH_LENGTH = 32_768;

const documentId = z.string().min(1).max(64);
const fileName = z.string().min(1).max(NAME_LENGTH);
const nothing = z.strictObject({});
const bytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= PICTURE_BYTES);

/** Only its outermost shape: main checks it with the format's own rules, which name the place. */
const scenario = z.custom<Scenario>((value) => typeof value === 'object' && value !== null);

const action = z.strictObject({
  type: z.literal('action'),
  id: z.string().min(1).max(100),
  label: z.string().max(LABEL_LENGTH),
  /** Shown beside the label, in Electron's notation: `CmdOrCtrl+S`. */
  accelerator: z.string().max(60).optional(),
  enabled: z.boolean(),
  checked: z.boolean().optional(),
});

const role = z.strictObject({
  type: z.literal('role'),
  role: z.enum([
    'cut',
    'copy',
    'paste',
    'selectAll',
    'togglefullscreen',
    'minimize',
    'close',
    'quit',
    'hide',
    'hideOthers',
    'unhide',
  ]),
  label: z.string().max(LABEL_LENGTH),
});

const separator = z.strictObject({ type: z.literal('separator') });
const leaf = z.discriminatedUnion('type', [action, role, separator]);

const submenu = z.strictObject({
  type: z.literal('submenu'),
  label: z.string().max(LABEL_LENGTH),
  enabled: z.boolean(),
  items: z.array(leaf).max(MENU_ENTRIES),
});

const menuItems = z.array(z.discriminatedUnion('type', [action, role, separator, submenu])).max(MENU_ENTRIES);

const menu = z.strictObject({
  label: z.string().max(LABEL_LENGTH),
  items: menuItems,
});

export type NativeMenu = z.infer<typeof menu>;
export type NativeMenuEntry = NativeMenu['items'][number];
export type NativeMenuLeaf = z.infer<typeof leaf>;

export const settingsPatchSchema = z.strictObject({
  language: z.enum(['en', 'ar']).optional(),
  theme: z.enum(['light', 'dark', 'system']).optional(),
  density: z.enum(['dense', 'comfortable']).optional(),
  zoom: z
    .number()
    .refine((step) => ZOOM_STEPS.includes(step))
    .optional(),
  outlineOpen: z.boolean().optional(),
  panes: z.record(z.string().max(60), z.array(z.number().min(0).max(100)).max(8)).optional(),
});

const jobDone = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), bytes }),
  /** The page is laid out: main prints this window. */
  z.strictObject({ kind: z.literal('print') }),
  z.strictObject({
    kind: z.literal('failed'),
    code: z.string().max(100),
    message: z.string().max(2000),
  }),
]);

/** Every request the renderer may make, with the shape it must have. */
export const REQUESTS = {
  boot: nothing,
  documentNew: z.strictObject({ template: z.enum(['openai', 'blank']) }),
  documentOpen: nothing,
  documentOpenRecent: z.strictObject({ id: documentId }),
  /** The preload alone fills the path in, from a dropped File; the page never sees one. */
  documentOpenDropped: z.strictObject({ path: z.string().min(1).max(PATH_LENGTH) }),
  documentSave: z.strictObject({ documentId, scenario, overwriteChanged: z.boolean().optional() }),
  documentSaveAs: z.strictObject({ documentId, scenario, suggestedName: fileName }),
  documentState: z.strictObject({
    documentId: documentId.nullable(),
    dirty: z.boolean(),
    name: z.string().max(NAME_LENGTH),
  }),
  documentClose: z.strictObject({ documentId }),
  askToSave: nothing,
  closeConfirmed: nothing,
  windowClose: nothing,
  recentDocuments: nothing,
  settingsSet: settingsPatchSchema,
  menuSet: z.strictObject({ menus: z.array(menu).max(20) }),
  /** A menu beside what it is about, at a point of the page. */
  menuPopup: z.strictObject({ items: menuItems, x: z.number(), y: z.number() }),
  exportPicture: z.strictObject({ kind: z.enum(['png', 'svg']), bytes, suggestedName: fileName }),
  /** Writes a scenario that is not the open document. */
  exportScenario: z.strictObject({ scenario, suggestedName: fileName }),
  exportPdf: z.strictObject({ suggestedName: fileName, language: z.enum(['en', 'ar']) }),
  jobDone,
} as const;

export type Route = keyof typeof REQUESTS;
export type RequestOf<R extends Route> = z.infer<(typeof REQUESTS)[R]>;

/** What each route answers inside `{ok:true,data}`; null where the user cancelled a dialog. */
export interface Answers {
  boot: Boot;
  documentNew: OpenedDocument;
  documentOpen: OpenedDocument | null;
  documentOpenRecent: OpenedDocument;
  documentOpenDropped: OpenedDocument;
  documentSave: SavedDocument | null;
  documentSaveAs: SavedDocument | null;
  documentState: null;
  documentClose: null;
  askToSave: AskToSaveAnswer;
  closeConfirmed: null;
  windowClose: null;
  recentDocuments: readonly RecentDocument[];
  settingsSet: Settings;
  menuSet: null;
  /** The id of the action that was chosen; null for none. */
  menuPopup: string | null;
  exportPicture: ExportedFile | null;
  exportScenario: ExportedFile | null;
  exportPdf: ExportedFile | null;
  jobDone: null;
}

export type AnswerOf<R extends Route> = Answers[R];

/** What main tells the renderer, unasked. */
export interface Events {
  /** An entry of the native menu was chosen. */
  action: { readonly id: string };
  /** A second start or a double click brought a document. */
  openDocument: Reply<OpenedDocument>;
  /** The user closes the window and chose to save first: save, then call `closeConfirmed`. */
  closeRequested: null;
  /** Main could not do something it began by itself. */
  failed: AppError;
}

export type EventName = keyof Events;

type Invoke<R extends Route> = (request: RequestOf<R>) => Promise<Reply<AnswerOf<R>>>;
type Subscribe<E extends EventName> = (listener: (message: Events[E]) => void) => () => void;

/**
 * `window.headroom`: named functions, nothing else. Subscriptions answer with their end.
 * `DroppedFile` is the File of the DOM, a name this folder does not know.
 */
export type HeadroomApi<DroppedFile> = {
  readonly [R in Exclude<Route, 'documentOpenDropped'>]: Invoke<R>;
} & {
  readonly documentOpenDropped: (file: DroppedFile) => Promise<Reply<OpenedDocument>>;
  readonly onAction: Subscribe<'action'>;
  readonly onOpenDocument: Subscribe<'openDocument'>;
  readonly onCloseRequested: Subscribe<'closeRequested'>;
  readonly onFailed: Subscribe<'failed'>;
};
