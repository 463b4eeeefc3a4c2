import type { TFunction } from 'i18next';
import { Check, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { EDIT_ACTIONS } from '#renderer/actions/edit-actions.ts';
import { useScenario, useSession } from '#renderer/store/hooks.ts';
import { parseTypedValue } from '#shared/formula/typed-value/typed-value.ts';
import { numberText } from '#shared/report/number-text.ts';
import { placeBeside } from '../place-beside.ts';
import { type DoneFill, doneFill, type FillActions, forgetFill } from './fill-actions.ts';
import { type FillKind, growthOf, lineThrough } from './series.ts';
import './fill-menu.css';

interface MenuProps {
  readonly actions: FillActions;
  /** The corner of what was filled. */
  readonly anchor: () => Element | null;
  readonly onLeave: () => void;
}

/** After a fill: other ways to go on. It takes no focus; Alt+Shift+F10 leads into it. */
export function FillMenu(props: MenuProps) {
  const { fill } = useStore(doneFill);
  const scenario = useScenario((whole) => whole);
  if (!fill?.isAlong || fill.scenario !== scenario) return null;
  const name = `${fill.from.top} ${fill.from.start} ${fill.to.start} ${fill.to.end}`;
  return <OpenMenu key={name} {...props} fill={fill} />;
}

function OpenMenu({ fill, actions, anchor, onLeave }: MenuProps & { readonly fill: DoneFill }) {
  const { t } = useTranslation('grid');
  const box = useRef<HTMLDivElement>(null);
  const [isAsking, setAsking] = useState(false);
  const anchored = useRef(anchor);
  useLayoutEffect(() => {
    const at = anchored.current();
    if (at && box.current) placeBeside(box.current, at.getBoundingClientRect());
  }, []);
  const leave = () => {
    forgetFill();
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    event.stopPropagation();
    if (event.code === 'Escape') leave();
    else if (event.code === 'ArrowDown' || event.code === 'ArrowUp') {
      event.preventDefault();
      moveFocus(event.currentTarget, event.code === 'ArrowDown' ? 1 : -1);
    }
  };
  const kinds = kindsOf(fill, t);
  return (
    <div
      ref={box}
      className="grid-fill-menu"
      role="toolbar"
      aria-label={t('fill.name')}
      onKeyDown={onKeyDown}
    >
      {kinds.map(({ kind, text, hint }) => (
        <button
          key={kind}
          type="button"
          aria-pressed={fill.kind.kind === kind}
          onClick={() => actions.change({ kind })}
        >
          <span className="grid-fill-mark">{fill.kind.kind === kind && <Check size={14} aria-hidden />}</span>
          <span>{text}</span>
          <span className="grid-fill-hint">
            <bdi>{hint}</bdi>
          </span>
        </button>
      ))}
      {isAsking ? (
        <RateField
          onRate={(rate) => {
            setAsking(false);
            actions.change({ kind: 'rate', rate });
          }}
        />
      ) : (
        <button type="button" aria-pressed={fill.kind.kind === 'rate'} onClick={() => setAsking(true)}>
          <span className="grid-fill-mark">
            {fill.kind.kind === 'rate' && <Check size={14} aria-hidden />}
          </span>
          <span>{t('fill.rate')}</span>
        </button>
      )}
      <hr />
      <button
        type="button"
        onClick={() => {
          EDIT_ACTIONS.undo.perform();
          leave();
        }}
      >
        <span className="grid-fill-mark">
          <Undo2 size={14} aria-hidden />
        </span>
        <span>{t('fill.undo')}</span>
      </button>
    </div>
  );
}

function moveFocus(menu: HTMLElement, step: number): void {
  const buttons = [...menu.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

interface KindChoice {
  readonly kind: Exclude<FillKind['kind'], 'rate'>;
  readonly text: string;
  readonly hint: string;
}

function kindsOf({ values }: DoneFill, t: TFunction<'grid'>): KindChoice[] {
  const known = values.filter((value) => typeof value === 'number');
  const [first] = known;
  const line = known.length === values.length ? lineThrough(known) : null;
  const growth = known.length === values.length ? growthOf(known) : null;
  const signed = (value: number, text: string) => (value < 0 ? text : `+${text}`);
  return [
    {
      kind: 'copy',
      text: t(known.length > 1 ? 'fill.copies' : 'fill.copy'),
      hint: first === undefined ? '' : numberText(first, 1),
    },
    ...(line
      ? [{ kind: 'step' as const, text: t('fill.step'), hint: signed(line.step, numberText(line.step, 1)) }]
      : []),
    ...(growth === null
      ? []
      : [
          {
            kind: 'growth' as const,
            text: t('fill.growth'),
            hint: t('fill.aQuarter', { rate: `${numberText(growth * 100, 1)}%` }),
          },
        ]),
  ];
}

/** A growth a quarter, typed as everywhere. */
function RateField({ onRate }: { readonly onRate: (rate: number) => void }) {
  const { t } = useTranslation('grid');
  const language = useSession((session) => session.language);
  const [isWrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const take = (text: string) => {
    const typed = parseTypedValue(/^\s*[-−+]?[\d.,٠-٩٫]+\s*$/u.test(text) ? `${text}%` : text, language);
    if (typed.kind === 'percent') onRate(typed.value);
    else setWrong(true);
  };
  return (
    <input
      ref={field}
      dir="ltr"
      className="grid-fill-rate"
      aria-label={t('fill.rateField')}
      aria-invalid={isWrong}
      placeholder="3%"
      onKeyDown={(event) => {
        if (event.code === 'Enter' || event.code === 'NumpadEnter') take(event.currentTarget.value);
      }}
    />
  );
}
