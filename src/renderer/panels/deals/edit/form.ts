import type { DealDraft } from './deal-draft.ts';
import type { Faults } from './draft-reader.ts';
import type { Words } from './read-field.ts';

/** What the parts of the dialog share. */
export interface DealForm {
  readonly draft: DealDraft;
  readonly change: (part: Partial<DealDraft>) => void;
  /** What to say under a field; what is only missing is said once a person tried to save. */
  readonly faultOf: (field: string) => string | undefined;
  readonly words: Words;
}

export function shownFault(faults: Faults, field: string, tried: boolean): string | undefined {
  const fault = faults[field];
  return fault && (tried || !fault.isMissing) ? fault.text : undefined;
}

/** Moves to the first field that is wrong. */
export function focusFirstFault(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
