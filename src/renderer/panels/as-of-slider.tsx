import { type KeyboardEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { currentSession, setAsOf, useAsOf, useScenario, useSession } from '#renderer/store/hooks.ts';
import { asOfRange, changeDays } from '#shared/model/as-of-days.ts';
import { dayAt, dayNumber, type IsoDate } from '#shared/model/date.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { dateText } from '#shared/report/time-text.ts';
import './as-of-slider.css';

export interface AsOfSliderProps {
  /** Over the whole width, with the years and quarters written under it. */
  readonly wide?: boolean;
}

/**
 * The as-of date as a place between the first and the last day. Arrow keys go a day, with Alt to the
 * next change of a deal, Home and End to the limits.
 */
export function AsOfSlider({ wide = false }: AsOfSliderProps) {
  const { t } = useTranslation();
  const language = useSession((session) => session.language);
  const { days, first, last } = useAsOfDays();
  const asOf = useAsOf();
  const [from, to] = [dayNumber(first), Math.max(dayNumber(last), dayNumber(asOf))];
  const share = (day: IsoDate) => (to > from ? (dayNumber(day) - from) / (to - from) : 0);
  const jump = (event: KeyboardEvent) => {
    const step = event.altKey ? stepOf(event.key, currentSession().language === 'ar') : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = step > 0 ? days.find((day) => day > asOf) : days.findLast((day) => day < asOf);
    if (next !== undefined) setAsOf(next);
  };
  return (
    <div className={wide ? 'panel-slider panel-slider--wide' : 'panel-slider'}>
      <input
        className="panel-slider-input"
        type="range"
        min={from}
        max={to}
        value={Math.max(from, dayNumber(asOf))}
        aria-label={t('asOf.slider')}
        aria-valuetext={dateText(asOf, language)}
        style={{ '--at': share(asOf) } as React.CSSProperties}
        onChange={(event) => setAsOf(dayAt(event.target.valueAsNumber))}
        onKeyDown={jump}
      />
      <div className="panel-slider-ticks" aria-hidden>
        {days.map((day) => (
          <i key={day} style={{ '--at': share(day) } as React.CSSProperties} />
        ))}
      </div>
      {wide && <Quarters first={first} share={share} to={to} />}
    </div>
  );
}

/** Forward is to the right, in Arabic to the left. */
function stepOf(key: string, mirrored: boolean): number {
  if (key === 'ArrowRight') return mirrored ? -1 : 1;
  if (key === 'ArrowLeft') return mirrored ? 1 : -1;
  return 0;
}

function useAsOfDays(): { days: readonly IsoDate[]; first: IsoDate; last: IsoDate } {
  const timeline = useScenario((scenario) => scenario.timeline);
  const deals = useScenario((scenario) => scenario.deals);
  const facts = useScenario((scenario) => scenario.facts);
  const cases = useScenario((scenario) => scenario.cases);
  return useMemo(() => daysOf({ timeline, deals, facts, cases }), [timeline, deals, facts, cases]);
}

function daysOf(scenario: Pick<Scenario, 'timeline' | 'deals' | 'facts' | 'cases'>) {
  const { first, last } = asOfRange(scenario);
  return { days: changeDays(scenario).filter((day) => day >= first && day <= last), first, last };
}

interface QuartersProps {
  readonly first: IsoDate;
  /** Day number of the end. */
  readonly to: number;
  readonly share: (day: IsoDate) => number;
}

/** First days of quarters under the line; the first of a year carries the year. */
function Quarters({ first, to, share }: QuartersProps) {
  const language = useSession((session) => session.language);
  const starts: IsoDate[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(dayAt(to).slice(0, 4)); year++)
    starts.push(...['01-01', '04-01', '07-01', '10-01'].map((day) => `${year}-${day}`));
  const shown = starts.filter((day) => day >= first && dayNumber(day) <= to);
  return (
    <div className="panel-slider-quarters" aria-hidden>
      {shown.map((day) => (
        <span key={day} style={{ '--at': share(day) } as React.CSSProperties}>
          {quarterMark(day, language)}
        </span>
      ))}
    </div>
  );
}

function quarterMark(day: IsoDate, language: 'en' | 'ar'): string {
  const quarter = (Number(day.slice(5, 7)) + 2) / 3;
  if (quarter === 1) return day.slice(0, 4);
  return language === 'ar' ? `ر${quarter}` : `Q${quarter}`;
}
