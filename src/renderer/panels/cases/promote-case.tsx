import { ArrowUpToLine } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/i18n/error-text.ts';
import { dispatch, setCase, useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog, Facts } from '#renderer/ui/dialog.tsx';
import type { Case } from '#shared/model/case.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { dateText } from '#shared/report/time-text.ts';
import { type Promotion, promotionOf } from './case-effects.ts';
import { namesText } from './case-words.ts';

interface PromoteCaseProps {
  readonly one: Case;
  readonly onClose: () => void;
  readonly onDone: (id: null) => void;
}

/** Says to the row what becomes of the base before a case takes its place. */
export function PromoteCaseDialog({ one, onClose, onDone }: PromoteCaseProps) {
  const { t } = useTranslation('cases');
  const language = useSession((session) => session.language);
  const scenario = useScenario((whole) => whole);
  const [refused, setRefused] = useState<string | null>(null);
  const promotion = useMemo(() => promotionOf(scenario, one.id), [scenario, one.id]);
  const promote = () => {
    const done = dispatch({ type: 'promoteCase', id: one.id });
    if (!done.ok) return setRefused(errorText(done.error));
    setCase(null);
    onClose();
    return onDone(null);
  };
  return (
    <Dialog
      wide
      title={t('promote.title', { name: one.name[language] })}
      text={refused ?? t(promotion ? 'promote.text' : 'promote.same')}
      tone={refused ? 'bad' : 'info'}
      icon={<ArrowUpToLine size={16} strokeWidth={1.75} aria-hidden />}
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose} autoFocus>
            {t('app:buttons.cancel')}
          </Button>
          {promotion && refused === null && (
            <Button kind="primary" onPress={promote}>
              {t('promote.do')}
            </Button>
          )}
        </>
      }
    >
      {promotion && <Effects promotion={promotion} />}
    </Dialog>
  );
}

function Effects({ promotion }: { readonly promotion: Promotion }) {
  const { t } = useTranslation('cases');
  const language = useSession((session) => session.language);
  const scenario = useScenario((whole) => whole);
  const { rows, asOf, former, following } = promotion;
  const day = (date: string) => dateText(date, language);
  const others = following.length === 0 ? t('promote.none') : namesText(following, language);
  return (
    <>
      <Facts
        rows={[
          [t('promote.rows'), t('promote.rowCount', { count: rows.length })],
          [
            t('promote.asOf'),
            asOf ? t('promote.moves', { from: day(asOf.from), to: day(asOf.to) }) : t('promote.stays'),
          ],
          [t('promote.former'), former?.name[language] ?? ''],
          [t('promote.following'), others],
        ]}
      />
      {rows.length > 0 && (
        <ul className="panel-cases-rows" aria-label={t('promote.rows')}>
          {rows.map((key) => (
            <li key={key}>{itemOf(scenario, key)?.label[language] || key}</li>
          ))}
        </ul>
      )}
    </>
  );
}
