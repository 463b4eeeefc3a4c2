import { ArrowRight, CircleCheck, CircleX, Repeat } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Explanation, LoopSeen } from '#shared/analysis/explanation.ts';
import type { CellPlace, LoopReport } from '#shared/engine/results.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import { numberText } from '#shared/report/number-text.ts';
import { periodText } from '#shared/report/time-text.ts';
import { CellLink } from './cell-link.tsx';
import { FormulaText } from './formula-text.tsx';
import { curesOf, type LoopRun, runsOf, statusHere } from './loop-cures.ts';
import { wantedPart } from './open-loop.ts';
import type { ExplainContext } from './use-explain.ts';
import { labelOf } from './words.ts';

interface LoopProps {
  readonly context: ExplainContext;
  readonly cell: Explanation;
}

/** The loop that a cell is in, or was stopped by; null where there is none. */
function loopOf({ model, calculated }: ExplainContext, cell: Explanation): [LoopSeen, LoopReport] | null {
  const { place, error } = cell;
  const at = 'year' in place ? inYear(model.quartersOf(place.year), calculated.loops, place.key) : place;
  const origin = error?.code === '#LOOP!' ? error.path.at(-1) : undefined;
  for (const one of [at, origin]) {
    const report = one && reportAt(calculated.loops, one);
    if (report) return [seenAt(report, one.period), report];
  }
  return null;
}

function reportAt(loops: readonly LoopReport[], { key, period }: CellPlace): LoopReport | undefined {
  return loops.find(({ keys, periods }) => keys.includes(key) && periods.includes(period));
}

function inYear(
  quarters: readonly number[],
  loops: readonly LoopReport[],
  key: string,
): CellPlace | undefined {
  return quarters.map((period) => ({ key, period })).find((place) => reportAt(loops, place));
}

/** A chain within one period holds in each period of the block; others keep their own. */
function seenAt({ status, iterations, residual, chain }: LoopReport, period: number): LoopSeen {
  const isWithin = chain.every((cell) => cell.period === chain[0]?.period);
  const here = isWithin ? chain.map(({ key }) => ({ key, period })) : chain;
  return { status, iterations, residual, chain: here };
}

/** How the cells of a loop need each other, how that came out, and what would open it. */
export function LoopPage({ context, cell }: LoopProps) {
  const { t } = context.words;
  const heading = useRef<HTMLHeadingElement>(null);
  const { part } = useStore(wantedPart);
  useEffect(() => {
    if (part !== 'loop') return;
    heading.current?.focus();
    wantedPart.setState({ part: 'tree' });
  }, [part]);
  const found = loopOf(context, cell);
  if (!found) return null;
  const [loop, report] = found;
  const status = statusHere(context.model, loop);
  const isThrough = report.keys.includes(cell.place.key);
  return (
    <section className="panel-explain-loop">
      <header className="panel-explain-title">
        <h2 ref={heading} tabIndex={-1}>
          {t(isThrough ? 'loop.title' : 'loop.titleBehind')}
        </h2>
        <span className="panel-explain-chip" data-bad={isOpenStatus(status) || undefined}>
          <Repeat size={11} aria-hidden />
          {t('loop.rows', { count: report.keys.length })}
        </span>
      </header>
      <div className="panel-explain-part">
        <b>{t(`loop.status.${status}`)}</b>
        <p>{t(`loop.means.${status}`)}</p>
        <Chain context={context} loop={loop} />
        <p>
          {t('loop.closes', {
            first: nameAt(context, loop.chain[0]),
            last: nameAt(context, loop.chain.at(-1)),
          })}
        </p>
        <Figures context={context} loop={loop} report={report} />
        <Cures context={context} loop={loop} isOpen={isOpenStatus(status)} />
      </div>
    </section>
  );
}

function isOpenStatus(status: LoopSeen['status'] | 'solved'): boolean {
  return status === 'not-converged' || status === 'no-solution';
}

function nameAt({ words }: ExplainContext, place: CellPlace | undefined): string {
  return place ? labelOf(words, place.key) : '';
}

interface SeenProps {
  readonly context: ExplainContext;
  readonly loop: LoopSeen;
}

/** Each cell reads the next, the last reads the first. */
function Chain({ context, loop }: SeenProps) {
  const { t } = context.words;
  const isWithin = loop.chain.every(({ period }) => period === loop.chain[0]?.period);
  return (
    <ol className="panel-explain-chain" aria-label={t('loop.chain')}>
      {[...loop.chain, ...loop.chain.slice(0, 1)].map((place, index) => (
        <li key={index === loop.chain.length ? 'again' : `${place.key} ${place.period}`}>
          {index > 0 && <ArrowRight size={12} className="ui-mirror" aria-hidden />}
          <CellLink words={context.words} place={place} short={isWithin} />
        </li>
      ))}
    </ol>
  );
}

function Figures({ context, loop, report }: SeenProps & { readonly report: LoopReport }) {
  const { t } = context.words;
  return (
    <dl className="panel-explain-figures">
      <div>
        <dt>{t('loop.iterations')}</dt>
        <dd className="ui-number">{loop.iterations}</dd>
      </div>
      <div>
        <dt>{t('loop.residual')}</dt>
        <dd className="ui-number">{residualText(loop.residual)}</dd>
      </div>
      {runsOf(context.model, report).map((run) => (
        <div key={run.from}>
          <dt>
            {run.isSolved ? (
              <CircleCheck size={12} className="panel-explain-good" aria-hidden />
            ) : (
              <CircleX size={12} className="panel-explain-bad" aria-hidden />
            )}
            {t(run.isSolved ? 'loop.solvedIn' : 'loop.openIn')}
          </dt>
          <dd>{runText(context, run)}</dd>
        </div>
      ))}
    </dl>
  );
}

function residualText(residual: number): string {
  if (residual === 0 || residual >= 0.001) return numberText(residual, residual === 0 ? 0 : 3);
  return residual.toExponential(1).replace('-', '−');
}

function runText({ words }: ExplainContext, { from, to }: LoopRun): string {
  const { timeline } = words.scenario;
  const text = (index: number) => periodText(periodNameAt(timeline, index), words.language);
  return from === to ? text(from) : words.t('loop.run', { from: text(from), to: text(to) });
}

/** What to write, in which formula, to open the loop or to make it mild. */
function Cures({ context, loop, isOpen }: SeenProps & { readonly isOpen: boolean }) {
  const { words, model } = context;
  const { t } = words;
  const cures = curesOf(model, loop.chain);
  return (
    <>
      <h3>{t(isOpen ? 'loop.cureOpen' : 'loop.cureSolved')}</h3>
      {cures.length === 0 && <p>{t('loop.cureOther')}</p>}
      <ul className="panel-explain-cures">
        {cures.map(({ kind, key, read, formula }) => (
          <li key={kind}>
            <b>{t(`loop.cure.${kind}`)}</b>{' '}
            {t(`loop.cureHow.${kind}`, { label: labelOf(words, key), read: labelOf(words, read) })}
            <div className="panel-explain-cause" dir="ltr">
              <code>{key}</code> <FormulaText formula={formula} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Said in as many words where a cell is in no loop. */
export function NoLoop({ context, cell }: LoopProps) {
  const { t, scenario } = context.words;
  if (loopOf(context, cell)) return null;
  const isTyped = itemOf(scenario, cell.place.key)?.role === 'driver';
  return (
    <section className="panel-explain-part">
      <h3>{t('loop.none')}</h3>
      <p>
        {t(isTyped ? 'loop.noneTyped' : 'loop.noneWhy', { label: labelOf(context.words, cell.place.key) })}
      </p>
    </section>
  );
}
