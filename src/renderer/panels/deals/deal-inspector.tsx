import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PartyLinks } from '#renderer/panels/counterparties/party-link.tsx';
import { goToCell, openDeal, openFact, useAsOf, useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Particulars } from '#renderer/ui/particulars.tsx';
import { itemsOfTranche } from '#shared/finance/schedule.ts';
import type { Deal } from '#shared/model/deal.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import { amountText, numberText } from '#shared/report/number-text.ts';
import { dateText, periodText } from '#shared/report/time-text.ts';
import { CellsThatRead } from './cells-that-read.tsx';
import { DealDisputes } from './deal-disputes.tsx';
import { partiesText } from './deal-words.ts';
import { DealButtons } from './edit/deal-buttons.tsx';
import { LevelGlyph, LevelMark } from './level-mark.tsx';
import type { RegisterRow } from './register-rows.ts';
import { trancheText } from './tranche-words.ts';
import { useEffectWithout } from './use-effect-without.ts';
import { useRegister } from './use-register.ts';

/** Everything the document knows of one deal. Nothing that was not known on the as-of date. */
export function DealInspector({ deal, onClose }: { readonly deal: Deal; readonly onClose: () => void }) {
  const { t } = useTranslation('deals');
  const asOf = useAsOf();
  const language = useSession((session) => session.language);
  const row = useRegister().find((one) => one.deal.id === deal.id);
  return (
    <>
      <header className="panel-deals-title">
        <h2>
          <bdi>{deal.id}</bdi>
          {row && ` · ${partiesText(deal, t)}`}
        </h2>
        <IconButton small label={t('close')} onPress={onClose}>
          <X size={15} aria-hidden />
        </IconButton>
      </header>
      <DealButtons />
      {row === undefined ? (
        <p className="panel-deals-empty">{t('notYet', { day: dateText(asOf, language) })}</p>
      ) : (
        <>
          <Part title={t('terms')}>
            <p className="panel-deals-figure">
              <b>
                {row.amount === null ? t('noAmount') : amountText(row.amount, { language, unit: deal.unit })}
              </b>
              <span>{t(`type.${deal.type}`)}</span>
              <LevelMark level={row.level} />
            </p>
            <Terms row={row} />
          </Part>
          <Tranches deal={deal} />
          <History row={row} />
          <Sources row={row} />
          <DealDisputes deal={deal} />
          <CellsThatRead deal={deal} />
          <Effect id={deal.id} />
        </>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="panel-deals-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Terms({ row: { deal, hasTexts } }: { readonly row: RegisterRow }) {
  const { t } = useTranslation('deals');
  const language = useSession((session) => session.language);
  const asOf = useAsOf();
  const rows: [string, ReactNode][] = [
    [t('counterparties:parties'), <PartyLinks key="p" deal={deal} />],
    [t('scope'), t(`scopes.${deal.scope}`)],
  ];
  if (deal.announced <= asOf) rows.unshift([t('announced'), dateText(deal.announced, language)]);
  rows.push([t('term'), hasTexts ? <bdi key="term">{deal.term}</bdi> : t('later')]);
  if (hasTexts && deal.contingentOn !== undefined)
    rows.push([t('condition'), <bdi key="c">{deal.contingentOn}</bdi>]);
  if (!deal.movesCash) rows.push([t('cash'), t('noCash')]);
  if (hasTexts && deal.low !== undefined && deal.high !== undefined)
    rows.push([t('range'), t('fromUpTo', { low: numberText(deal.low), high: numberText(deal.high) })]);
  return <Particulars rows={rows} />;
}

function Tranches({ deal }: { readonly deal: Deal }) {
  const { t } = useTranslation('deals');
  const language = useSession((session) => session.language);
  const asOf = useAsOf();
  const items = [...new Set(deal.tranches.flatMap(itemsOfTranche))];
  const known = deal.tranches.filter(({ since }) => since === undefined || since <= asOf);
  if (known.length === 0) return null;
  return (
    <Part title={t('tranches')}>
      <ul className="panel-deals-list">
        {known.map((tranche) => (
          <li key={JSON.stringify(tranche)}>
            {trancheText(tranche, { t, language, asOf, unit: deal.unit })}
          </li>
        ))}
      </ul>
      {items.map((key) => (
        <ItemLink key={key} item={key} />
      ))}
    </Part>
  );
}

/** The row that a tranche follows, in the grid. */
function ItemLink({ item }: { readonly item: string }) {
  const { t } = useTranslation('deals');
  const language = useSession((session) => session.language);
  const row = useScenario((scenario) => itemOf(scenario, item));
  const column = useScenario((scenario) => periodNameAt(scenario.timeline, 0));
  if (!row) return null;
  return (
    <Button small kind="ghost" onPress={() => goToCell({ key: item, column })}>
      {t('follows', { row: row.label[language] })}
    </Button>
  );
}

function History({ row: { deal, replacedBy } }: { readonly row: RegisterRow }) {
  const { t } = useTranslation('deals');
  const asOf = useAsOf();
  const language = useSession((session) => session.language);
  const known = deal.history.filter(({ from }) => from <= asOf);
  const facts = useScenario((scenario) => scenario.facts);
  const visible = new Set(facts.flatMap(({ id, knownFrom }) => (knownFrom <= asOf ? [id] : [])));
  return (
    <Part title={t('history')}>
      <ol className="panel-deals-history">
        {known.map((status) => (
          <li key={status.from}>
            <LevelGlyph level={status.level} />
            <b>{status.level === 'lapsed' ? t('lapsed') : t(`charts:level.${status.level}`)}</b>
            <span>
              {status.facts
                .filter((id) => visible.has(id))
                .map((id) => (
                  <FactLink key={id} id={id} />
                ))}
            </span>
            <time dateTime={status.from}>{dateText(status.from, language)}</time>
          </li>
        ))}
      </ol>
      {replacedBy !== null && (
        <Button small onPress={() => openDeal(replacedBy)}>
          {t('replacedBy', { id: replacedBy })}
        </Button>
      )}
    </Part>
  );
}

function FactLink({ id }: { readonly id: string }) {
  return (
    <button type="button" className="panel-deals-link" dir="ltr" onClick={() => openFact(id)}>
      {id}
    </button>
  );
}

function Sources({ row: { deal, hasTexts } }: { readonly row: RegisterRow }) {
  const { t } = useTranslation('deals');
  const asOf = useAsOf();
  const facts = useScenario((scenario) => scenario.facts);
  const own = facts.filter(({ id, knownFrom }) => deal.facts.includes(id) && knownFrom <= asOf);
  const { publisher, title, date } = deal.source;
  if (!hasTexts && own.length === 0) return <Part title={t('source')}>{t('laterSource')}</Part>;
  return (
    <Part title={t('source')}>
      {hasTexts && (
        <>
          <blockquote dir="auto">{deal.statement}</blockquote>
          <p className="panel-deals-source" dir="auto">
            {[publisher, title, date].join(', ')}
          </p>
        </>
      )}
      {own.map((fact) => (
        <div key={fact.id} className="panel-deals-fact">
          <FactLink id={fact.id} />
          <span className="panel-deals-confidence">{t(`confidence.${fact.confidence}`)}</span>
          <p dir="auto">{fact.statement}</p>
        </div>
      ))}
    </Part>
  );
}

function Effect({ id }: { readonly id: string }) {
  const { t } = useTranslation('deals');
  const language = useSession((session) => session.language);
  const effect = useEffectWithout(id);
  if (effect === null) return <Part title={t('without')}>{t('calculating')}</Part>;
  const { before, after } = effect;
  if (before.kind === 'no roles') return null;
  const gaps = [before, after].map((one) =>
    one.kind === 'gap' ? one.gap : one.kind === 'covered' ? 0 : null,
  );
  const firsts = [before, after].map((one) =>
    one.kind === 'gap' && one.firstGap !== null ? periodText(one.firstGap, language) : t('nowhere'),
  );
  const [gapBefore, gapAfter] = gaps;
  if (gapBefore == null || gapAfter == null || !('unit' in after)) {
    return <Part title={t('without')}>{t('noValue')}</Part>;
  }
  const change = amountText(gapAfter - gapBefore, { language, unit: after.unit, sign: true });
  return (
    <Part title={t('without')}>
      <Particulars
        rows={[
          [t('gap'), t('gapChange', { change, after: amountText(gapAfter, { language, unit: after.unit }) })],
          [
            t('firstGap'),
            firsts[0] === firsts[1]
              ? t('stays', { period: firsts[0] })
              : t('moves', { from: firsts[0], to: firsts[1] }),
          ],
        ]}
      />
    </Part>
  );
}
