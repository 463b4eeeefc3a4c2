import { useMemo } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useRowsValues, useScenario, useSession, useViewpoint } from '#renderer/store/hooks.ts';
import { FittedHeading } from '#renderer/ui/fitted-heading.tsx';
import { type BarPart, type Pattern, PatternBar } from '#renderer/ui/pattern-bar.tsx';
import type { BindingLevel } from '#shared/model/deal.ts';
import { type BarSegment, fundingBar } from '#shared/report/funding-bar.ts';
import { headline, roleKeys, type Headline as Shown } from '#shared/report/headline.ts';
import { headlineMessage } from '#shared/report/headline-message.ts';
import { amountText, numberText } from '#shared/report/number-text.ts';
import { Figures } from './figures.tsx';
import './headline.css';

const PATTERNS: Readonly<Record<BindingLevel | 'gap', Pattern>> = {
  cash: 'solid',
  signed: 'tint',
  conditional: 'hatch',
  announced: 'dashed',
  rumoured: 'dotted',
  gap: 'gap',
};

/** The answer of the scenario as it stands on screen. */
export function useHeadline(): Shown {
  const scenario = useScenario((whole) => whole);
  const keys = useMemo(() => roleKeys(scenario), [scenario]);
  const rows = useRowsValues(keys);
  const viewpoint = useViewpoint();
  return useMemo(() => headline(scenario, rows, viewpoint), [scenario, rows, viewpoint]);
}

/** The sentence, the funding bar and four figures. */
export function Headline() {
  const { t } = useTranslation();
  const shown = useHeadline();
  const language = useSession((session) => session.language);
  const { key, params } = headlineMessage(shown, language);
  return (
    <section className="panel-headline" aria-label={t('regions.headline')}>
      <div className="panel-headline-message">
        <div className="panel-headline-line">
          <FittedHeading>
            <Trans ns="charts" i18nKey={key} values={params} components={{ gap: <em /> }} shouldUnescape />
          </FittedHeading>
          <Need shown={shown} />
        </div>
        <Bar shown={shown} />
      </div>
      <Figures shown={shown} />
    </section>
  );
}

function Need({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const language = useSession((session) => session.language);
  if (shown.kind !== 'gap' || shown.need === null) return null;
  const need = amountText(shown.need, { language, unit: shown.unit });
  return <span className="panel-headline-need">{t('charts:headline.need', { need })}</span>;
}

function Bar({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation();
  const segments = fundingBar(shown);
  if (segments.length === 0) return null;
  const parts = segments.map((segment) =>
    barPart(segment, t(segment.part === 'gap' ? 'charts:series.gap' : `charts:level.${segment.part}`)),
  );
  const label = t('headline.bar', { parts: parts.map((part) => part.text).join(', ') });
  return (
    <div className="panel-headline-bar">
      <PatternBar parts={parts} label={label} />
    </div>
  );
}

function barPart({ part, amount, share }: BarSegment, name: string): BarPart {
  const figure = numberText(amount);
  return { id: part, pattern: PATTERNS[part], share, text: `${name} ${figure}`, shortText: figure };
}
