import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { z } from 'zod';
import type { RecentDocument } from '#shared/ipc/answers.ts';
import type { RequestOf } from '#shared/ipc/contract.ts';
import { ACTUAL_SIZE, ZOOM_STEPS } from '#shared/ipc/zoom.ts';
import type { Language } from '#shared/model/text.ts';

const RECENT = 10;

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() });

/** All that the program remembers from one start to the next; a damaged field falls back on its own. */
export const rememberedSchema = z.object({
  settings: z.object({
    language: z.enum(['en', 'ar']),
    theme: z.enum(['light', 'dark', 'system']),
    // Younger than the others: a file of a former version has none, and keeps the rest.
    density: z.enum(['dense', 'comfortable']).catch('dense'),
    zoom: z
      .number()
      .refine((step) => ZOOM_STEPS.includes(step))
      .catch(ACTUAL_SIZE),
    outlineOpen: z.boolean(),
    panes: z.record(z.string(), z.array(z.number())),
  }),
  recentPaths: z.array(z.string()).max(RECENT),
  placement: z.object({ bounds: rectangle, maximized: z.boolean() }).nullable(),
  /** Folder of the last export; null until there was one. */
  exportFolder: z.string().nullable(),
});

export type Remembered = z.infer<typeof rememberedSchema>;

/** The state of a first start, in the language of the operating system. */
export function firstState(systemLocale: string): Remembered {
  const language: Language = systemLocale.toLowerCase().startsWith('ar') ? 'ar' : 'en';
  return {
    settings: {
      language,
      theme: 'system',
      density: 'dense',
      zoom: ACTUAL_SIZE,
      outlineOpen: true,
      panes: {},
    },
    recentPaths: [],
    placement: null,
    exportFolder: null,
  };
}

export function withSettings(state: Remembered, patch: RequestOf<'settingsSet'>): Remembered {
  const { settings } = state;
  return {
    ...state,
    settings: {
      language: patch.language ?? settings.language,
      theme: patch.theme ?? settings.theme,
      density: patch.density ?? settings.density,
      zoom: patch.zoom ?? settings.zoom,
      outlineOpen: patch.outlineOpen ?? settings.outlineOpen,
      panes: { ...settings.panes, ...patch.panes },
    },
  };
}

/** The document just used comes first; the list keeps the last ten, each once. */
export function withRecent(state: Remembered, path: string): Remembered {
  const others = state.recentPaths.filter((other) => other !== path);
  return { ...state, recentPaths: [path, ...others].slice(0, RECENT) };
}

export function withoutRecent(state: Remembered, path: string): Remembered {
  return { ...state, recentPaths: state.recentPaths.filter((other) => other !== path) };
}

/** The same path has the same id in every start, and the id does not tell the path. */
export function recentId(path: string): string {
  return createHash('sha256').update(path).digest('base64url').slice(0, 22);
}

export function recentDocuments(state: Remembered): RecentDocument[] {
  return state.recentPaths.map((path) => ({ id: recentId(path), name: basename(path) }));
}

export function pathOfRecent(state: Remembered, id: string): string | undefined {
  return state.recentPaths.find((path) => recentId(path) === id);
}
