import { useEffect, useState } from 'react';
import { useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceField, TextField } from '#renderer/ui/fields.tsx';
import type { ValuePlace } from '#shared/analysis/viewed-model.ts';
import { type WhatChanged, whatChanged } from '#shared/analysis/what-changed.ts';
import { createEngine } from '#shared/engine/engine.ts';
import type { CalculatedScenario } from '#shared/engine/explain-error.ts';
import type { Viewpoint } from '#shared/engine/results.ts';
import { isIsoDate } from '#shared/model/date.ts';
import { dateText } from '#shared/report/time-text.ts';
import { ChangeList } from './change-list.tsx';
import type { ExplainContext } from './use-explain.ts';

/** Ids of cases never begin with a blank. */
const NOTHING = ' none';
const BASE = ' base';
const DAY = ' day';

interface WhyProps {
  readonly context: ExplainContext;
  readonly place: ValuePlace;
}

/** Against another case or another day: the inputs that made the difference. */
export function WhyDifferent({ context, place }: WhyProps) {
  const { words, calculated, model } = context;
  const { t, language, scenario } = words;
  const [choice, setChoice] = useState(NOTHING);
  const [day, setDay] = useState('');
  const here = useSession((session) => session.caseId);
  const against = againstOf(choice, day, calculated.viewpoint, model.asOf);
  const changed = useChanged(calculated, place, against);
  const choices = [
    { id: NOTHING, text: t('why.nothing') },
    ...(here === null ? [] : [{ id: BASE, text: t('app:cases.base') }]),
    ...scenario.cases.filter(({ id }) => id !== here).map(({ id, name }) => ({ id, text: name[language] })),
    { id: DAY, text: t('why.day') },
  ];
  const name =
    choice === DAY ? dateText(day, language) : (choices.find(({ id }) => id === choice)?.text ?? '');
  return (
    <section className="panel-explain-part panel-explain-why">
      <h2>{t('why.title')}</h2>
      <ChoiceField
        label={t('why.against')}
        value={choices.some(({ id }) => id === choice) ? choice : NOTHING}
        choices={choices}
        onChange={setChoice}
      />
      {choice === DAY && <DayField context={context} onChoose={setDay} />}
      {against &&
        (changed ? <ChangeList context={context} changed={changed} name={name} /> : <p>{t('why.busy')}</p>)}
    </section>
  );
}

function DayField({
  context,
  onChoose,
}: {
  readonly context: ExplainContext;
  readonly onChoose: (day: string) => void;
}) {
  const { t } = context.words;
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const enter = () => {
    const day = text.trim();
    setWrong(!isIsoDate(day));
    if (isIsoDate(day)) onChoose(day);
  };
  return (
    <form
      className="panel-explain-day"
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <TextField
        label={t('why.dayField')}
        value={text}
        onChange={setText}
        hint={t('why.dayHint')}
        error={isWrong ? t('why.dayWrong', { text }) : undefined}
        code
      />
      <Button small type="submit">
        {t('why.compare')}
      </Button>
    </form>
  );
}

/** The other side; null until it is named. Another case is seen on the same day. */
function againstOf(choice: string, day: string, { caseId }: Viewpoint, asOf: string): Viewpoint | null {
  if (choice === NOTHING) return null;
  if (choice === DAY) return isIsoDate(day) ? { caseId, asOf: day } : null;
  return { caseId: choice === BASE ? null : choice, asOf };
}

/** null while the other side is being calculated, which happens after the next paint. */
function useChanged(
  calculated: CalculatedScenario,
  place: ValuePlace,
  against: Viewpoint | null,
): WhatChanged | null {
  const [found, setFound] = useState<{ readonly of: string; readonly changed: WhatChanged } | null>(null);
  const { caseId = null, asOf = null } = against ?? {};
  const isAsked = against !== null;
  const name = JSON.stringify([caseId, asOf]);
  useEffect(() => {
    if (!isAsked) return;
    const timer = setTimeout(() => {
      const { scenario } = calculated;
      const viewpoint = { caseId, asOf };
      const engine = createEngine(scenario, viewpoint);
      const other = { scenario, viewpoint, rows: engine.rows(), loops: engine.loops() };
      setFound({ of: name, changed: whatChanged(other, calculated, place) });
    });
    return () => clearTimeout(timer);
  }, [calculated, place, isAsked, caseId, asOf, name]);
  return found?.of === name ? found.changed : null;
}
