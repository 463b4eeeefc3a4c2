import { createStore } from 'zustand/vanilla';
import type { LevelChoice } from '#shared/finance/flow-choice.ts';
import type { Density, PlatformFacts, RecentDocument } from '#shared/ipc/answers.ts';
import { ACTUAL_SIZE } from '#shared/ipc/zoom.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { Language } from '#shared/model/text.ts';
import { type CellAddress, sameCell } from './cell-address.ts';

export type Theme = 'light' | 'dark' | 'system';

/** A wish to bring a cell into view; `request` grows so that asking twice is heard twice. */
export interface Reveal {
  readonly cell: CellAddress;
  readonly request: number;
}

/** What fills the window under the toolbar. */
export type View = 'model' | 'deals' | 'sources' | 'explain' | 'counterparties';

/** What the screen shows and where the person is in it. Never saved with the scenario. */
export interface SessionState {
  readonly view: View;
  readonly caseId: string | null;
  /** Chosen on screen; null for the date of the case or of the file. */
  readonly asOf: IsoDate | null;
  readonly chosenDeal: string | null;
  readonly chosenFact: string | null;
  /** The counterparty whose page is open; null for the list of all. */
  readonly chosenParty: string | null;
  /** Round trips and counterparties of this year, or of the whole timeline. */
  readonly dealYear: number | null;
  readonly dealLevel: LevelChoice;
  /** The cell that the Explain view is about. */
  readonly explained: CellAddress | null;
  readonly language: Language;
  readonly theme: Theme;
  readonly density: Density;
  /** Size of the page in per cent. */
  readonly zoom: number;
  readonly activeCell: CellAddress | null;
  readonly reveal: Reveal | null;
  /** Selected cells for the figures of the status bar; the active cell alone when empty. */
  readonly selection: readonly CellAddress[];
  /** Cells behind the chart mark that is pointed at. */
  readonly highlight: readonly CellAddress[];
  readonly closedSections: ReadonlySet<string>;
  /** Sections whose folded rows are shown. */
  readonly unfoldedSections: ReadonlySet<string>;
  /** Folded rows are shown in every section. */
  readonly showFolded: boolean;
  /** Under a cell that the case replaces stands what the base says. */
  readonly showBase: boolean;
  readonly collapsedYears: ReadonlySet<number>;
  readonly outlineOpen: boolean;
  /** Sizes of the panes of a group in per cent, by the name of the group. */
  readonly panes: Readonly<Record<string, readonly number[]>>;
  readonly recent: readonly RecentDocument[];
  readonly platform: PlatformFacts;
}

const NO_CELLS: readonly CellAddress[] = [];

export const FIRST_SESSION: SessionState = {
  view: 'model',
  caseId: null,
  asOf: null,
  chosenDeal: null,
  chosenFact: null,
  chosenParty: null,
  dealYear: null,
  dealLevel: 'counted',
  explained: null,
  language: 'en',
  theme: 'system',
  density: 'dense',
  zoom: ACTUAL_SIZE,
  activeCell: null,
  reveal: null,
  selection: NO_CELLS,
  highlight: NO_CELLS,
  closedSections: new Set(),
  unfoldedSections: new Set(),
  showFolded: false,
  showBase: false,
  collapsedYears: new Set(),
  outlineOpen: true,
  panes: {},
  recent: [],
  platform: { os: 'linux', version: '', electron: '', chrome: '' },
};

export const sessionStore = createStore<SessionState>()(() => FIRST_SESSION);

/** Shows another view; what it was about last is still chosen there. */
export function openView(view: View): void {
  sessionStore.setState({ view });
}

/** Shows a deal in the register. */
export function openDeal(id: string): void {
  sessionStore.setState({ view: 'deals', chosenDeal: id });
}

/** Leaves no deal chosen. */
export function closeDeal(): void {
  sessionStore.setState({ chosenDeal: null });
}

/** Shows a fact among the sources. */
export function openFact(id: string): void {
  sessionStore.setState({ view: 'sources', chosenFact: id });
}

/** Shows the page of a counterparty, or the list of all. */
export function openParty(name: string | null): void {
  sessionStore.setState({ view: 'counterparties', chosenParty: name });
}

/** Looks at the deals of one year, or of the whole timeline, and at money that is so firm. */
export function chooseDeals(choice: Partial<Pick<SessionState, 'dealYear' | 'dealLevel'>>): void {
  sessionStore.setState(choice);
}

/** Shows where the value of a cell comes from. */
export function explainCell(cell: CellAddress): void {
  sessionStore.setState({ view: 'explain', explained: cell });
}

/** Goes to a cell in the grid, from whatever view. */
export function goToCell(cell: CellAddress): void {
  openView('model');
  setActiveCell(cell, { reveal: true });
}

/** Moves to a cell. `reveal` also scrolls there and opens what hides it. */
export function setActiveCell(cell: CellAddress | null, options: { readonly reveal?: boolean } = {}): void {
  const state = sessionStore.getState();
  const reveal = options.reveal && cell ? { cell, request: (state.reveal?.request ?? 0) + 1 } : state.reveal;
  if (sameCell(cell, state.activeCell) && reveal === state.reveal) return;
  sessionStore.setState({ activeCell: cell, selection: NO_CELLS, reveal });
}

export function setSelection(cells: readonly CellAddress[]): void {
  sessionStore.setState({ selection: cells.length > 0 ? cells : NO_CELLS });
}

export function setHighlight(cells: readonly CellAddress[]): void {
  const former = sessionStore.getState().highlight;
  if (cells.length === 0 && former.length === 0) return;
  sessionStore.setState({ highlight: cells.length > 0 ? cells : NO_CELLS });
}

export function toggleSection(id: string): void {
  sessionStore.setState((state) => ({ closedSections: toggled(state.closedSections, id) }));
}

export function openSection(id: string): void {
  if (sessionStore.getState().closedSections.has(id)) toggleSection(id);
}

export function toggleFoldedRows(sectionId: string): void {
  sessionStore.setState((state) => ({ unfoldedSections: toggled(state.unfoldedSections, sectionId) }));
}

export function setShowFolded(show: boolean): void {
  sessionStore.setState({ showFolded: show });
}

/** Shows of these years the years alone, and all others with their quarters. */
export function setCollapsedYears(years: Iterable<number>): void {
  sessionStore.setState({ collapsedYears: new Set(years) });
}

export function setShowBase(show: boolean): void {
  sessionStore.setState({ showBase: show });
}

export function toggleYear(year: number): void {
  sessionStore.setState((state) => ({ collapsedYears: toggled(state.collapsedYears, year) }));
}

function toggled<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

/** Where a person starts in a document: the base, all open but what the document closes. */
export function resetSession(start: {
  readonly closedSections: readonly string[];
  readonly collapsedYears: readonly number[];
  readonly activeCell: CellAddress | null;
}): void {
  sessionStore.setState({
    view: 'model',
    caseId: null,
    asOf: null,
    chosenDeal: null,
    chosenFact: null,
    chosenParty: null,
    dealYear: null,
    dealLevel: 'counted',
    explained: null,
    activeCell: start.activeCell,
    reveal: null,
    selection: NO_CELLS,
    highlight: NO_CELLS,
    closedSections: new Set(start.closedSections),
    unfoldedSections: new Set(),
    collapsedYears: new Set(start.collapsedYears),
  });
}
