import { documentStore } from '#renderer/store/document-store.ts';
import { setDensity, setZoom } from '#renderer/store/preferences.ts';
import { sessionStore, setCollapsedYears } from '#renderer/store/session-store.ts';
import type { Density } from '#shared/ipc/answers.ts';
import { ACTUAL_SIZE, nextZoom } from '#shared/ipc/zoom.ts';
import { yearsOf } from '#shared/model/timeline.ts';
import { type Action, label } from './action.ts';
import { documentIsOpen } from './file-actions.ts';
import type { Shortcut } from './shortcut.ts';

const session = sessionStore.getState;
const years = () => yearsOf(documentStore.getState().scenario.timeline);

const toDensity = (density: Density): Action => ({
  id: `view.density.${density}`,
  label: label(`density.${density}`),
  isChecked: () => session().density === density,
  perform: () => setDensity(density),
});

function zoomBy(direction: 1 | -1, name: string, shortcut: Shortcut): Action {
  return {
    id: `view.${name}`,
    label: label(name),
    shortcut,
    isEnabled: () => nextZoom(session().zoom, direction) !== null,
    perform: () => {
      const next = nextZoom(session().zoom, direction);
      if (next !== null) setZoom(next);
    },
  };
}

/** How large and how close things are shown. */
export const SIZE_ACTIONS = {
  dense: toDensity('dense'),
  comfortable: toDensity('comfortable'),
  collapseYears: {
    id: 'view.collapseYears',
    label: label('collapseYears'),
    isEnabled: () => documentIsOpen() && years().some((year) => !session().collapsedYears.has(year)),
    perform: () => setCollapsedYears(years()),
  },
  expandYears: {
    id: 'view.expandYears',
    label: label('expandYears'),
    isEnabled: () => documentIsOpen() && session().collapsedYears.size > 0,
    perform: () => setCollapsedYears([]),
  },
  zoomIn: zoomBy(1, 'zoomIn', { code: 'Equal', ctrl: true }),
  zoomOut: zoomBy(-1, 'zoomOut', { code: 'Minus', ctrl: true }),
  actualSize: {
    id: 'view.actualSize',
    label: label('actualSize'),
    shortcut: { code: 'Digit0', ctrl: true },
    isEnabled: () => session().zoom !== ACTUAL_SIZE,
    perform: () => setZoom(ACTUAL_SIZE),
  },
} as const satisfies Record<string, Action>;

/** The keys of the number block do the same. */
export const NUMBER_BLOCK_ZOOM: readonly Action[] = [
  {
    ...SIZE_ACTIONS.zoomIn,
    id: 'view.zoomInAgain',
    shortcut: { code: 'NumpadAdd', ctrl: true },
    quiet: true,
  },
  {
    ...SIZE_ACTIONS.zoomOut,
    id: 'view.zoomOutAgain',
    shortcut: { code: 'NumpadSubtract', ctrl: true },
    quiet: true,
  },
];
