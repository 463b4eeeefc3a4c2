import { ClipboardPaste } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { cellName } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { type OpenPaste, openPaste } from './clipboard-actions.ts';
import type { PasteOptions, PasteOutcome } from './plan-paste.ts';
import './paste-dialog.css';

/** What a paste that does not simply fit would do, cell by cell. Nothing is written before it is chosen. */
export function PasteDialog() {
  const { paste } = useStore(openPaste);
  return paste && <Preview key={`${paste.rows} ${paste.columns}`} paste={paste} />;
}

/** More lines than anybody reads; the rest is counted. */
const MOST_LINES = 200;
/** Lines that are sure to be seen without scrolling. */
const FITTING_LINES = 4;

function Preview({ paste }: { readonly paste: OpenPaste }) {
  const { t } = useTranslation('grid');
  const [options, setOptions] = useState(paste.start);
  const plan = useMemo(() => paste.plan(options), [paste, options]);
  const of = (state: PasteOutcome['state']) => plan.outcomes.filter((one) => one.state === state);
  const counts = { ready: of('ready').length, noted: of('noted').length, refused: of('refused').length };
  const lines = [...of('refused'), ...of('noted')];
  const count = plan.formula ? 1 : plan.edits.length;
  return (
    <Dialog
      wide
      title={t('paste.title', { rows: paste.rows, columns: paste.columns })}
      text={t('paste.summary', counts)}
      icon={<ClipboardPaste size={16} strokeWidth={1.75} aria-hidden />}
      onClose={paste.leave}
      buttons={
        <>
          <Button kind={count === 0 ? 'primary' : 'plain'} autoFocus={count === 0} onPress={paste.leave}>
            {t('paste.cancel')}
          </Button>
          {count > 0 && (
            <Button kind="primary" autoFocus onPress={() => paste.accept(options)}>
              {plan.formula ? t('paste.acceptFormula') : t('paste.accept', { count })}
            </Button>
          )}
        </>
      }
    >
      {lines.length > 0 && <Outcomes lines={lines} />}
      <Choices options={options} hasFormula={paste.hasFormula} onChange={setOptions} />
    </Dialog>
  );
}

function Outcomes({ lines }: { readonly lines: readonly PasteOutcome[] }) {
  const { t } = useTranslation('grid');
  const scrolls = lines.length > FITTING_LINES;
  return (
    // What scrolls has to be reached by the keyboard.
    <section className="grid-paste-lines" aria-label={t('paste.lines')} tabIndex={scrolls ? 0 : undefined}>
      <table>
        <thead>
          <tr>
            {(['cell', 'pasted', 'read', 'what'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`paste.head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, MOST_LINES).map((line) => (
            <tr key={line.place}>
              <td dir="ltr">{line.cell ? nameOf(line.cell) : '–'}</td>
              <td>
                <bdi>{line.pasted}</bdi>
              </td>
              <td dir="ltr">{line.read === '' ? '–' : line.read}</td>
              <td className={`grid-paste-${line.state}`}>{line.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > MOST_LINES && <p>{t('paste.more', { count: lines.length - MOST_LINES })}</p>}
    </section>
  );
}

const nameOf = (cell: NonNullable<PasteOutcome['cell']>): string =>
  cell.key.startsWith(':') ? cell.column : cellName(cell);

interface ChoicesProps {
  readonly options: PasteOptions;
  readonly hasFormula: boolean;
  readonly onChange: (options: PasteOptions) => void;
}

function Choices({ options, hasFormula, onChange }: ChoicesProps) {
  const { t } = useTranslation('grid');
  const isGerman = options.locale === 'de';
  const flags = [
    ...(hasFormula ? (['asFormula'] as const) : []),
    ...(['transpose', 'skipYears', 'overFormulas'] as const),
  ];
  return (
    <fieldset className="grid-paste-choices">
      <legend>{t('paste.choices')}</legend>
      {flags.map((flag) => (
        <label key={flag}>
          <input
            type="checkbox"
            checked={options[flag]}
            onChange={(event) => onChange({ ...options, [flag]: event.target.checked })}
          />
          {t(`paste.choice.${flag}`)}
        </label>
      ))}
      <label>
        <input
          type="checkbox"
          checked={isGerman}
          onChange={(event) => onChange({ ...options, locale: event.target.checked ? 'de' : 'en' })}
        />
        {t('paste.choice.german')}
      </label>
    </fieldset>
  );
}
