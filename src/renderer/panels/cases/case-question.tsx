import { type CaseDialogKind, useScenario } from '#renderer/store/hooks.ts';
import { CaseForm } from './case-form.tsx';
import { DeleteCaseDialog } from './delete-case.tsx';
import { PromoteCaseDialog } from './promote-case.tsx';

export type CaseQuestionKind = Exclude<CaseDialogKind, 'page'>;

interface CaseQuestionProps {
  readonly what: CaseQuestionKind;
  /** The case it is about; for a new one, the case on which it builds. */
  readonly id: string | null;
  readonly onClose: () => void;
  /** The case to look at next; null for the base. */
  readonly onDone?: (id: string | null) => void;
}

/** Whatever is asked about one case. One that is gone meanwhile, by an undo, has nothing to ask. */
export function CaseQuestion({ what, id, onClose, onDone = () => {} }: CaseQuestionProps) {
  const one = useScenario((scenario) => scenario.cases.find((each) => each.id === id));
  if (what === 'new') return <CaseForm what="new" one={null} parent={id} onClose={onClose} onDone={onDone} />;
  if (!one) return null;
  if (what === 'delete') return <DeleteCaseDialog one={one} onClose={onClose} onDone={onDone} />;
  if (what === 'promote') return <PromoteCaseDialog one={one} onClose={onClose} onDone={onDone} />;
  return <CaseForm what={what} one={one} parent={null} onClose={onClose} onDone={onDone} />;
}
