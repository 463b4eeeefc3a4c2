import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  dispatch,
  documentStore,
  jumpTo,
  openDocument,
  redo,
  undo,
  valuesStore,
  viewpoint,
} from '#renderer/store/document-store.ts';
import { FIRST_SESSION, sessionStore } from '#renderer/store/session-store.ts';
import { createEngine } from '#shared/engine/engine.ts';
import { openScenario } from '#shared/format/open.ts';
import { scenarioToText } from '#shared/format/save.ts';
import { start, step } from '#tests/support/random-commands.ts';

const bytes = () => scenarioToText(documentStore.getState().scenario, 'test');

function expectValuesOfAFreshEngine(): void {
  const { scenario } = documentStore.getState();
  const fresh = createEngine(scenario, viewpoint()).rows();
  expect(valuesStore.rows()).toEqual(fresh);
}

it('a thousand random commands, undone to the start, give the bytes of the file back; redone, the end', () => {
  const opened = scenarioToText(start, 'test');
  fc.assert(
    fc.property(fc.array(step, { minLength: 1000, maxLength: 1000 }), fc.nat(), (sequence, somewhere) => {
      sessionStore.setState(FIRST_SESSION);
      openDocument({ documentId: 'd', name: 'd', scenario: start, readOnly: false, savedAt: null });
      for (const command of sequence) dispatch(command);
      const steps = documentStore.getState().history.past.length;
      expect(steps).toBeGreaterThan(100);
      const end = bytes();
      expectValuesOfAFreshEngine();
      while (undo()) expect(documentStore.getState().history.past.length).toBeLessThan(steps);
      expect(bytes()).toBe(opened);
      expectValuesOfAFreshEngine();
      jumpTo(somewhere % steps);
      expectValuesOfAFreshEngine();
      while (redo());
      expect(bytes()).toBe(end);
      expect(openScenario(new TextEncoder().encode(end)).ok).toBe(true);
      expectValuesOfAFreshEngine();
      expect(jumpTo(0)).toBe(true);
      expect(bytes()).toBe(opened);
    }),
    // A sequence of a thousand is not worth shrinking: the seed says it all.
    { numRuns: 1, endOnFailure: true },
  );
});
