import { createStore } from 'zustand/vanilla';
import { createInProcessRunner } from '#renderer/calc/in-process-runner.ts';
import type { Runner, RunnerEvents } from '#renderer/calc/runner.ts';
import { applyCommand } from '#shared/commands/apply-command.ts';
import type { Change } from '#shared/commands/change.ts';
import type { Command } from '#shared/commands/command.ts';
import * as steps from '#shared/commands/history.ts';
import type { Refusal } from '#shared/commands/refusal.ts';
import type { Viewpoint } from '#shared/engine/results.ts';
import type { IsoDate } from '#shared/model/date.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { ok, type Result } from '#shared/util/result.ts';
import { type DocumentState, NO_DOCUMENT, NO_FILE } from './document-state.ts';
import { enterPending } from './pending-entry.ts';
import { caseOf, goWhereMade, keepPlace } from './places.ts';
import { sessionStore, setActiveCell } from './session-store.ts';
import { createValuesStore } from './values-store.ts';

/** The open document. Nothing outside this file writes its scenario. */
export const documentStore = createStore<DocumentState>()(() => NO_DOCUMENT);

export const valuesStore = createValuesStore();

const events: RunnerEvents = { deliver: valuesStore.publish, waiting: valuesStore.setWaiting };
let runner: Runner = createInProcessRunner(events);

/** Calculates from now on with another runner; the open document is calculated anew. */
export function calculateWith(create: (events: RunnerEvents) => Runner): void {
  runner.stop();
  runner = create(events);
  const { documentId, scenario } = documentStore.getState();
  if (documentId !== null) openInRunner(scenario);
}

export interface DocumentToOpen {
  readonly documentId: string;
  readonly name: string | null;
  readonly scenario: Scenario;
  readonly readOnly: boolean;
  readonly savedAt: string | null;
}

/** Shows a document in place of the open one. */
export function openDocument(document: DocumentToOpen): void {
  const { documentId, name, scenario, readOnly, savedAt } = document;
  documentStore.setState({
    ...NO_DOCUMENT,
    documentId,
    fileName: name,
    scenario,
    file: { ...NO_FILE, name, readOnly, savedAt },
  });
  openInRunner(scenario);
}

export function closeDocument(): void {
  documentStore.setState(NO_DOCUMENT);
  runner.stop();
  valuesStore.publish({ replaces: true, changes: { rows: new Map(), removed: [], loops: [] } });
}

/** Carries out what the user meant; refused commands change nothing and say why. */
export function dispatch(command: Command): Result<Change, Refusal> {
  const state = documentStore.getState();
  const applied = applyCommand(state.scenario, command);
  if (!applied.ok) return applied;
  const { scenario, change } = applied.value;
  keepPlace(change, command);
  follow(scenario, steps.record(state.history, change), change);
  return ok(change);
}

/** Takes the last step back and goes to where it was made; false when there is none. */
export function undo(): boolean {
  return jumpTo(documentStore.getState().history.past.length - 1);
}

export function redo(): boolean {
  return jumpTo(documentStore.getState().history.past.length + 1);
}

/**
 * Goes to the state after the first `to` steps of the history, with one calculation, and to where the
 * step nearest to it was made; false when there is no such state or it is the present one.
 */
export function jumpTo(to: number): boolean {
  const { scenario, history } = documentStore.getState();
  const nearest = steps.allSteps(history)[to < history.past.length ? to : to - 1];
  const moved = steps.jump(scenario, history, to);
  if (!moved || !nearest) return false;
  follow(moved.scenario, moved.history, moved.change);
  const { items, cases } = moved.scenario;
  const caseId = caseOf(nearest);
  if (caseId === null || cases.some(({ id }) => id === caseId)) lookFrom(caseId ?? null);
  goWhereMade(nearest, ({ key }) => Object.hasOwn(items, key));
  return true;
}

function follow(scenario: Scenario, history: steps.History, change: Change): void {
  const { saving } = documentStore.getState();
  documentStore.setState({ scenario, history, saving: saving === 'failed' ? 'idle' : saving });
  keepCaseThatExists(scenario);
  leaveCellThatIsGone(scenario);
  const { patches, touched } = change;
  runner.send({ type: 'update', scenario, patches, touched });
}

/** Looks at the scenario from another case; null for the base. */
export function setCase(caseId: string | null): void {
  // What is being typed belongs to the case in which it was begun.
  if (enterPending()) lookFrom(caseId);
}

function lookFrom(caseId: string | null): void {
  if (sessionStore.getState().caseId === caseId) return;
  const own = documentStore.getState().scenario.cases.find((one) => one.id === caseId)?.asOf;
  // A case that is about a day is shown on that day; any other keeps the date on screen.
  sessionStore.setState(own === undefined ? { caseId } : { caseId, asOf: null });
  look();
}

/** Looks at the scenario on another day; null for the date of the case or of the file. */
export function setAsOf(asOf: IsoDate | null): void {
  if (sessionStore.getState().asOf === asOf || !enterPending()) return;
  sessionStore.setState({ asOf });
  look();
}

function look(): void {
  if (documentStore.getState().documentId !== null) runner.send({ type: 'look', viewpoint: viewpoint() });
}

/** The side from which the screen shows the scenario. */
export function viewpoint(): Viewpoint {
  const { caseId, asOf } = sessionStore.getState();
  return { caseId, asOf };
}

function keepCaseThatExists(scenario: Scenario): void {
  const { caseId } = sessionStore.getState();
  if (caseId !== null && !scenario.cases.some((one) => one.id === caseId)) lookFrom(null);
}

function leaveCellThatIsGone(scenario: Scenario): void {
  const { activeCell } = sessionStore.getState();
  if (activeCell && !Object.hasOwn(scenario.items, activeCell.key)) setActiveCell(null);
}

function openInRunner(scenario: Scenario): void {
  runner.send({ type: 'open', scenario, viewpoint: viewpoint() });
}

/** The file is being written. */
export function savingStarted(): void {
  documentStore.setState({ saving: 'running' });
}

export function savingFailed(): void {
  documentStore.setState({ saving: 'failed' });
}

/** The person called it off: what was, is. */
export function savingCancelled(): void {
  documentStore.setState({ saving: 'idle' });
}

/** The file now holds the document as it was after `lastStep`. */
export function savingDone(saved: {
  readonly documentId: string;
  readonly name: string;
  readonly savedAt: string;
  readonly lastStep: Change | null;
}): void {
  const { documentId, name, savedAt, lastStep } = saved;
  documentStore.setState({
    documentId,
    fileName: name,
    saving: 'idle',
    file: { name, savedAt, readOnly: false, step: lastStep },
  });
}
