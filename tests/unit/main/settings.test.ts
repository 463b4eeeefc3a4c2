import { describe, expect, it } from 'vitest';
import {
  firstState,
  pathOfRecent,
  recentDocuments,
  rememberedSchema,
  withoutRecent,
  withRecent,
  withSettings,
} from '#main/settings.ts';

const start = firstState('en-US');
const paths = Array.from({ length: 12 }, (_, index) => `/home/u/plans/${index}.scenario`);
const full = paths.reduce(withRecent, start);

describe('recent documents', () => {
  it('are the last ten, the newest first, each once', () => {
    expect(full.recentPaths).toHaveLength(10);
    expect(full.recentPaths[0]).toBe('/home/u/plans/11.scenario');
    const again = withRecent(full, '/home/u/plans/5.scenario');
    expect(again.recentPaths[0]).toBe('/home/u/plans/5.scenario');
    expect(new Set(again.recentPaths).size).toBe(10);
  });

  it('cross to the page as names and ids that do not tell the path', () => {
    expect(JSON.stringify(recentDocuments(full))).not.toContain('plans/');
    const [first] = recentDocuments(full);
    expect(pathOfRecent(full, first?.id ?? '')).toBe('/home/u/plans/11.scenario');
    expect(pathOfRecent(full, 'no-such-id')).toBeUndefined();
  });

  it('drop one that is missing', () => {
    expect(withoutRecent(full, '/home/u/plans/11.scenario').recentPaths[0]).toBe('/home/u/plans/10.scenario');
  });

  it('fit the file they are kept in', () => {
    expect(rememberedSchema.safeParse(JSON.parse(JSON.stringify(full))).success).toBe(true);
  });
});

describe('settings', () => {
  it('start in the language of the system', () => {
    expect(firstState('ar-EG').settings.language).toBe('ar');
    expect(firstState('AR').settings.language).toBe('ar');
    expect(firstState('fr').settings.language).toBe('en');
  });

  it('of a former version keep what they know; a size that is no step falls back alone', () => {
    const former = {
      ...start,
      settings: { language: 'ar', theme: 'dark', outlineOpen: false, panes: {}, zoom: 3 },
    };
    const { settings } = rememberedSchema.parse(former);
    expect(settings).toMatchObject({ language: 'ar', theme: 'dark', density: 'dense', zoom: 100 });
  });

  it('keep what a change does not name', () => {
    const changed = withSettings(withSettings(start, { panes: { main: [60, 40] } }), { theme: 'dark' });
    expect(changed.settings).toEqual({
      language: 'en',
      theme: 'dark',
      density: 'dense',
      zoom: 100,
      outlineOpen: true,
      panes: { main: [60, 40] },
    });
  });
});
