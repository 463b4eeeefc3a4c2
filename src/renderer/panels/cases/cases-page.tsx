import { Plus, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { enabled } from '#renderer/actions/action.ts';
import { EDIT_ACTIONS } from '#renderer/actions/edit-actions.ts';
import { perform } from '#renderer/actions/registry.ts';
import { useDocument, useScenario } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CaseDetail } from './case-detail.tsx';
import { CaseList } from './case-list.tsx';
import { CaseQuestion, type CaseQuestionKind } from './case-question.tsx';
import '#renderer/ui/dialog.css';
import './cases.css';

interface CasesPageProps {
  /** The case to look at first; null for the base. */
  readonly first: string | null;
  readonly onClose: () => void;
}

/** All cases, and of one what it replaces and why. */
export function CasesPage({ first, onClose }: CasesPageProps) {
  const { t } = useTranslation('cases');
  const cases = useScenario((scenario) => scenario.cases);
  const [chosen, setChosen] = useState(first);
  const [asked, setAsked] = useState<CaseQuestionKind | null>(null);
  const one = cases.find(({ id }) => id === chosen) ?? null;
  const asking = asked === 'new' ? null : (one?.id ?? null);
  return (
    <ModalOverlay className="ui-scrim" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="ui-modal panel-cases-modal">
        <Dialog className="ui-dialog panel-cases">
          <div className="panel-cases-head">
            <Heading slot="title" level={2} className="ui-dialog-title">
              {t('title')}
            </Heading>
            <span>{t('count', { count: cases.length })}</span>
          </div>
          <div className="panel-cases-body">
            <CaseList chosen={one?.id ?? null} choose={setChosen} />
            <CaseDetail key={one?.id ?? ''} one={one} ask={setAsked} choose={setChosen} onLeave={onClose} />
          </div>
          <Foot onNew={() => setAsked('new')} onClose={onClose} />
          {asked && (
            <CaseQuestion what={asked} id={asking} onClose={() => setAsked(null)} onDone={setChosen} />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Foot({ onNew, onClose }: { readonly onNew: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation('cases');
  useDocument((document) => document.history);
  const { undo } = EDIT_ACTIONS;
  return (
    <div className="panel-cases-foot">
      <Button onPress={onNew}>
        <Plus size={14} strokeWidth={1.75} aria-hidden />
        {t('actions.new')}
      </Button>
      <Button kind="ghost" isDisabled={!enabled(undo)} onPress={() => perform(undo)}>
        <Undo2 size={14} strokeWidth={1.75} className="ui-mirror" aria-hidden />
        <span className="panel-cases-undo">{undo.label()}</span>
      </Button>
      <span className="panel-cases-grow" />
      <Button kind="primary" onPress={onClose}>
        {t('app:buttons.close')}
      </Button>
    </div>
  );
}
