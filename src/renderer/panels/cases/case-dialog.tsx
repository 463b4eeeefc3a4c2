import type { CaseDialogKind } from '#renderer/store/hooks.ts';
import { useScenario } from '#renderer/store/hooks.ts';
import { CaseForm } from './case-form.tsx';
import { CasesPage } from './cases-page.tsx';
import { DeleteCaseDialog } from './delete-case.tsx';
import { PromoteCaseDialog } from './promote-case.tsx';

export interface CaseDialogProps {
  readonly what: CaseDialogKind;
  /** The case it is about; for a new one, the case on which it builds. */
  readonly id: string | null;
  readonly onClose: () => void;
  /** The case to look at next; null for the base. */
  readonly onDone?: (id: string | null) => void;
}

/** Whatever is asked about a case. One that is gone meanwhile, by an undo, has nothing to ask. */
export function CaseDialog({ what, id, onClose, onDone = () => {} }: CaseDialogProps) {
  const one = useScenario((scenario) => scenario.cases.find((each) => each.id === id));
  if (what === 'page') return <CasesPage first={id} onClose={onClose} />;
  if (what === 'new') return <CaseForm what="new" one={null} parent={id} onClose={onClose} onDone={onDone} />;
  if (!one) return null;
  if (what === 'delete') return <DeleteCaseDialog one={one} onClose={onClose} onDone={onDone} />;
  if (what === 'promote') return <PromoteCaseDialog one={one} onClose={onClose} onDone={onDone} />;
  return <CaseForm what={what} one={one} parent={null} onClose={onClose} onDone={onDone} />;
}
