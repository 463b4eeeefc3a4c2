import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BINDING_LEVELS } from '#shared/model/deal.ts';
import { amountText, numberText } from '#shared/report/number-text.ts';
import { openDeal, openParty, useAsOf, useScenario, useSession } from '../store/hooks.ts';
import { Button } from '../ui/button.tsx';
import { arrowOf, placeOf, type RingLink, type Ring as RingParts, ringOf } from './ring-layout.ts';
import { RingLegend } from './ring-legend.tsx';
import { LEVEL_DASHES, LINK_COLOURS } from './ring-look.ts';
import { RingPartners } from './ring-partners.tsx';
import { RingTable } from './ring-table.tsx';
import './ring.css';

/** Firm money is a plain line and needs no key. */
const LEVELS_DRAWN = BINDING_LEVELS.filter((level) => LEVEL_DASHES[level] !== '');
const SIZE = { x: 356, y: 372 } as const;

/** Who pays whom around the company, as it stood on the as-of date. */
export function Ring({ choice = null }: { readonly choice?: ReactNode }) {
  const { t } = useTranslation('deals');
  const asOf = useAsOf();
  const scenario = useScenario((whole) => whole);
  const { company } = scenario;
  const ring = useMemo(() => ringOf(scenario, asOf), [scenario, asOf]);
  const [table, setTable] = useState(false);
  const [pointed, setPointed] = useState<RingLink | null>(null);
  const say = useLinkText();
  const count = ring.both.size;
  return (
    <section className="chart-ring" aria-label={t('ring.title')}>
      <h2 className="chart-title">
        {count > 0 ? t('ring.message', { count, company }) : t('ring.messageNone', { company })}
      </h2>
      <p className="chart-subtitle">{t('ring.subtitle')}</p>
      {table ? (
        <RingTable ring={ring} />
      ) : (
        <>
          <RingDrawing ring={ring} company={company} onPoint={setPointed} />
          <RingLegend
            levels={LEVELS_DRAWN.filter((level) => ring.links.some((one) => one.level === level))}
          />
          <p className="chart-ring-sentence" aria-live="polite">
            {pointed ? say(pointed) : t('ring.others')}
          </p>
        </>
      )}
      <Button small onPress={() => setTable(!table)}>
        {t(table ? 'ring.drawing' : 'ring.table')}
      </Button>
      <RingPartners choice={choice} />
    </section>
  );
}

function useLinkText(): (link: RingLink) => string {
  const { t } = useTranslation('deals');
  const language = useSession((session) => session.language);
  return ({ payer, payee, amount, level, deals }) =>
    t('ring.link', {
      payer,
      payee,
      amount: amountText(amount, { language, unit: 'USD bn' }),
      level: t(`charts:level.${level}`),
      deals: deals.map(({ id }) => id).join(', '),
    });
}

interface DrawingProps {
  readonly ring: RingParts;
  readonly company: string;
  readonly onPoint: (link: RingLink | null) => void;
}

function RingDrawing({ ring, company, onPoint }: DrawingProps) {
  const { t } = useTranslation('deals');
  const mirror = useSession((session) => session.language === 'ar');
  const label = t('ring.description', { company, count: ring.links.length });
  const group = { role: 'group', 'aria-label': label, onKeyDown: moveFocus };
  return (
    <div className="chart-ring-drawing" dir="ltr">
      <svg width={SIZE.x} height={SIZE.y} viewBox={`0 0 ${SIZE.x} ${SIZE.y}`} {...group}>
        <title>{label}</title>
        {ring.links.map((link, index) => (
          <Link
            key={`${link.payer} ${link.payee} ${link.kind}`}
            {...{ ring, link, mirror, onPoint }}
            first={index === 0}
          />
        ))}
        {[...ring.parties, company].map((party) => (
          <Party key={party} {...{ ring, party, mirror }} centre={party === company} />
        ))}
      </svg>
    </div>
  );
}

interface LinkProps {
  readonly ring: RingParts;
  readonly link: RingLink;
  readonly mirror: boolean;
  readonly first: boolean;
  readonly onPoint: (link: RingLink | null) => void;
}

function Link({ ring, link, mirror, first, onPoint }: LinkProps) {
  const say = useLinkText();
  const places = [link.payer, link.payee].map((party) => placeOf(ring, party, SIZE, mirror));
  const [from, to] = places;
  if (!from || !to) return null;
  const { path, head, pill, width } = arrowOf(from, to, link.amount);
  const colour = LINK_COLOURS[link.kind];
  const text = numberText(link.amount, Number.isInteger(link.amount) ? 0 : 1);
  const half = (text.length * 6.6 + 8) / 2;
  const open = () => openDeal(link.deals[0]?.id ?? '');
  // SVG has no button element: a group takes its role and its keys.
  const button = {
    role: 'button',
    tabIndex: first ? 0 : -1,
    'aria-label': say(link),
    onClick: open,
    onKeyDown: ({ key }: KeyboardEvent) => key === 'Enter' && open(),
    onFocus: () => onPoint(link),
    onMouseEnter: () => onPoint(link),
    onMouseLeave: () => onPoint(null),
  };
  return (
    <g {...button} className="chart-ring-link">
      <path
        d={path}
        style={{
          fill: 'none',
          stroke: colour,
          strokeWidth: width,
          strokeDasharray: LEVEL_DASHES[link.level],
          strokeLinecap: link.level === 'rumoured' ? 'round' : 'butt',
        }}
      />
      <path d={head} style={{ fill: colour }} />
      <rect
        x={pill.x - half}
        y={pill.y - 8}
        width={half * 2}
        height={16}
        rx={8}
        style={{ fill: 'var(--bg-surface)', stroke: colour }}
      />
      <text x={pill.x} y={pill.y + 4}>
        {text}
      </text>
    </g>
  );
}

interface PartyProps {
  readonly ring: RingParts;
  readonly party: string;
  readonly mirror: boolean;
  readonly centre: boolean;
}

function Party({ ring, party, mirror, centre }: PartyProps) {
  const { x, y } = placeOf(ring, party, SIZE, mirror);
  const both = ring.both.has(party);
  const [short = party] = party.split(/ [/+]/);
  const { t } = useTranslation('counterparties');
  const open = () => openParty(party);
  const button = {
    role: 'button',
    tabIndex: -1,
    'aria-label': t('toPage', { party }),
    onClick: open,
    onKeyDown: ({ key }: KeyboardEvent) => key === 'Enter' && open(),
  };
  return (
    <g {...button} className={centre ? 'chart-ring-party chart-ring-party--centre' : 'chart-ring-party'}>
      <circle
        cx={x}
        cy={y}
        r={33}
        style={{ stroke: both ? 'var(--c-fund-3)' : 'var(--line-control)', strokeWidth: both ? 2.5 : 1.5 }}
      />
      <text x={x} y={y + 4} style={{ fontSize: short.length > 8 ? 10 : 11 }}>
        {short.length > 12 ? short.split(' ')[0] : short}
      </text>
    </g>
  );
}

/** Arrow keys go from link to link, then from party to party. */
function moveFocus(event: KeyboardEvent<Element>): void {
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const links = [...event.currentTarget.querySelectorAll<SVGElement>('[role="button"]')];
  const at = links.indexOf(document.activeElement as SVGElement);
  links[(at + step + links.length) % links.length]?.focus();
}
