import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { canBePromoted, exportAlone } from '#renderer/actions/case-actions.ts';

import { setCase, useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { Case } from '#shared/model/case.ts';
import { caseChain } from '#shared/model/resolve-case.ts';
import type { CaseQuestionKind } from './case-question.tsx';
import { withoutReason } from './override-rows.ts';
import { OverrideTable } from './override-table.tsx';

interface CaseDetailProps {
  /** null for the base. */
  readonly one: Case | null;
  readonly ask: (what: CaseQuestionKind) => void;
  readonly choose: (id: string) => void;
  readonly onLeave: () => void;
}

/** One case: why it is there, what it replaces, and what can be done with it. */
export function CaseDetail({ one, ask, choose, onLeave }: CaseDetailProps) {
  const { t } = useTranslation('cases');
  const language = useSession((session) => session.language);
  return (
    <section className="panel-cases-detail" aria-labelledby="cases-detail">
      <div className="panel-cases-top">
        <h3 id="cases-detail">{one?.name[language] ?? t('app:cases.base')}</h3>
        {one ? one.reason[language] && <p>{one.reason[language]}</p> : <p>{t('detail.base')}</p>}
        <Buttons one={one} ask={ask} onLeave={onLeave} />
      </div>
      {one && <Overrides one={one} choose={choose} onLeave={onLeave} />}
    </section>
  );
}

function Buttons({ one, ask, onLeave }: Omit<CaseDetailProps, 'choose'>) {
  const { t } = useTranslation('cases');
  const scenario = useScenario((whole) => whole);
  const id = one?.id ?? null;
  const show = () => {
    setCase(id);
    onLeave();
  };
  return (
    <div className="panel-cases-actions">
      <Button small onPress={show}>
        {t('detail.show')}
      </Button>
      {one && (
        <>
          <Button small onPress={() => ask('edit')}>
            {t('actions.edit')}
          </Button>
          <Button small onPress={() => ask('copy')}>
            {t('actions.copy')}
          </Button>
          <Button small isDisabled={!canBePromoted(scenario, id)} onPress={() => ask('promote')}>
            {t('actions.promote')}
          </Button>
        </>
      )}
      <Button small onPress={() => void exportAlone(id)}>
        {t('actions.exportAlone')}
      </Button>
      {one && (
        <Button small kind="danger" onPress={() => ask('delete')}>
          {t('actions.delete')}
        </Button>
      )}
    </div>
  );
}

function Overrides({
  one,
  choose,
  onLeave,
}: Required<Pick<CaseDetailProps, 'choose' | 'onLeave'>> & { one: Case }) {
  const { t } = useTranslation('cases');
  const language = useSession((session) => session.language);
  const scenario = useScenario((whole) => whole);
  const count = Object.keys(one.overrides).length;
  const missing = withoutReason(one);
  const above = caseChain(scenario, one.inherits ?? null).filter(
    ({ overrides }) => Object.keys(overrides).length > 0,
  );
  return (
    <div className="panel-cases-overrides">
      {above.map((parent) => (
        <p key={parent.id} className="panel-cases-parent">
          {t('detail.inherits', { count: Object.keys(parent.overrides).length })}{' '}
          <button type="button" className="ui-link" onClick={() => choose(parent.id)}>
            {parent.name[language]}
          </button>
        </p>
      ))}
      {missing > 0 && (
        <p className="panel-cases-missing">
          <TriangleAlert size={13} strokeWidth={1.75} aria-hidden />
          {t('detail.missing', { count: missing })}
        </p>
      )}
      {count > 0 ? (
        <OverrideTable one={one} onLeave={onLeave} />
      ) : (
        <div className="panel-cases-none">
          <b>{t('detail.none')}</b>
          <span>{t('detail.noneHint')}</span>
        </div>
      )}
    </div>
  );
}
