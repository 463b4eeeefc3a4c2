import { CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cellName, goToCell } from '#renderer/store/hooks.ts';
import { addressOf } from '#renderer/store/value-place.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { Explanation } from '#shared/analysis/explanation.ts';
import type { ErrorExplanation } from '#shared/engine/explain-error.ts';
import type { CellPlace } from '#shared/engine/results.ts';
import { CellLink } from './cell-link.tsx';
import { contentWords, formulaOf } from './content-words.ts';
import { FormulaText } from './formula-text.tsx';
import type { ExplainContext } from './use-explain.ts';

interface PageProps {
  readonly context: ExplainContext;
  readonly cell: Explanation;
}

/** For a cell with an error: what it means, the way to where it arose, the cause, what to do. */
export function ErrorPage({ context, cell }: PageProps) {
  const { error } = cell;
  const { t } = context.words;
  if (!error) return null;
  return (
    <section className="panel-explain-error" aria-label={t('error.name', { code: error.code })}>
      <header>
        <CircleX size={16} strokeWidth={1.75} aria-hidden />
        <b className="ui-number panel-explain-error-code">{error.code}</b>
        <h2>{t(`error.${error.code}.title`)}</h2>
      </header>
      <p>{t(`error.${error.code}.means`)}</p>
      <Way context={context} error={error} />
      <Cause context={context} error={error} />
      <h3>{t('error.remedy')}</h3>
      <p>{t(`error.${error.code}.remedy`)}</p>
      <GoToOrigin context={context} error={error} />
    </section>
  );
}

interface ErrorProps {
  readonly context: ExplainContext;
  readonly error: ErrorExplanation;
}

/** From this cell to the one where the error arose, each reading the next. */
function Way({ context, error }: ErrorProps) {
  const { t } = context.words;
  const last = error.path.length - 1;
  return (
    <>
      <h3>{last > 0 ? t('error.way', { count: last }) : t('error.here')}</h3>
      {last > 0 && (
        <ol className="panel-explain-way">
          {error.path.map((place, index) => (
            <li key={`${place.key} ${place.period}`}>
              <CellLink words={context.words} place={place} />{' '}
              <span>{index < last ? t('error.reads') : t('error.arose')}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** What is wrong in the cell where the error arose, with its formula. */
function Cause({ context, error }: ErrorProps) {
  const { t } = useTranslation('reasons');
  const { words, model } = context;
  const origin = error.path.at(-1);
  const content = origin ? model.content(origin) : null;
  const formula = formulaOf(content);
  return (
    <>
      <h3>{words.t('error.cause')}</h3>
      <p>
        <bdi>
          {error.reason
            ? t(error.reason.code, { ...error.reason.params })
            : words.t(`error.${error.code}.means`)}
        </bdi>
      </p>
      {origin && (
        <div className="panel-explain-cause" dir="ltr">
          <code>{cellName(addressOf(words.scenario.timeline, origin))}</code>{' '}
          {formula === null ? <bdi>{contentWords(words, content)}</bdi> : <FormulaText formula={formula} />}
        </div>
      )}
    </>
  );
}

function GoToOrigin({ context, error }: ErrorProps) {
  const { t, scenario } = context.words;
  const origin: CellPlace | undefined = error.path.at(-1);
  if (!origin) return null;
  const cell = addressOf(scenario.timeline, origin);
  return (
    <Button small onPress={() => goToCell(cell)}>
      {t('error.go', { cell: cellName(cell) })}
    </Button>
  );
}
