import type { CaseDialogKind } from '#renderer/store/hooks.ts';
import { CaseQuestion } from './case-question.tsx';
import { CasesPage } from './cases-page.tsx';

interface CaseDialogProps {
  readonly what: CaseDialogKind;
  readonly id: string | null;
  readonly onClose: () => void;
}

/** The page of all cases, or what is asked about one. */
export function CaseDialog({ what, id, onClose }: CaseDialogProps) {
  if (what === 'page') return <CasesPage first={id} onClose={onClose} />;
  return <CaseQuestion what={what} id={id} onClose={onClose} />;
}
