import { useTranslation } from 'react-i18next';
import { findingStore, goToHit, indexOfHit, nextHit } from '#renderer/store/finding.ts';
import { currentScenario, currentSession, showToast, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { type FindHit, nameOfHit } from '#shared/analysis/find-texts.ts';
import { type Replacement, replacementCommands, replacementOf } from '#shared/analysis/replace-texts.ts';
import { refusalText } from '../write-entry.ts';
import { dispatchAll, stepName } from './dispatch-all.ts';
import { problemText } from './hit-row.tsx';

interface Props {
  readonly hits: readonly FindHit[];
  readonly text: string;
  readonly by: string;
  readonly at: string | null;
}

/** What to write instead, one place at a time or all at once. */
export function ReplaceRow({ hits, text, by, at }: Props) {
  const { t } = useTranslation('find');
  const caseId = useSession((session) => session.caseId);
  const current = hits[indexOfHit(hits, at)];
  const written = hits.filter((hit) => hit.in !== 'values' && hit.in !== 'keys').length;

  function write(replacements: readonly Replacement[], label: ReturnType<typeof stepName>): boolean {
    const view = { scenario: currentScenario(), language: currentSession().language, caseId };
    const done = dispatchAll(replacementCommands(view, replacements), label);
    if (!done.ok) showToast('bad', refusalText({ t: t as never }, done.error));
    return done.ok;
  }

  function replaceOne() {
    const here = currentSession().activeCell;
    if (!current) {
      const first = nextHit(currentScenario(), hits, { at, here, back: false });
      if (first) goToHit(first);
      return;
    }
    const replacement = replacementOf(currentScenario(), current, by);
    const next = nextHit(currentScenario(), hits, { at, here, back: false });
    if (replacement.problem) showToast('info', problemText(t, replacement.problem));
    else {
      if (!write([replacement], stepName('step.one', { row: current.key }))) return;
    }
    if (next && nameOfHit(next) !== nameOfHit(current)) goToHit(next);
  }

  function replaceAll() {
    const replacements = hits.map((hit) => replacementOf(currentScenario(), hit, by));
    const count = replacements.filter(({ problem }) => !problem).length;
    const left = replacements.length - count;
    if (count === 0) {
      const [first] = replacements;
      showToast('info', first?.problem ? problemText(t, first.problem) : t('none'));
      return;
    }
    if (!write(replacements, stepName('step.all', { text, by, count }))) return;
    const said = t('replaced', { count });
    showToast('ok', left > 0 ? `${said} ${t('left', { count: left })}` : said);
  }

  return (
    <div className="grid-find-row">
      <input
        className="grid-find-by"
        aria-label={t('by')}
        placeholder={t('by')}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        value={by}
        onChange={(event) => findingStore.setState({ by: event.target.value })}
        onKeyDown={(event) => {
          if (event.code !== 'Enter' && event.code !== 'NumpadEnter') return;
          event.preventDefault();
          replaceOne();
        }}
      />
      <Button small isDisabled={hits.length === 0} onPress={replaceOne}>
        {t('replace')}
      </Button>
      <Button small isDisabled={written === 0} onPress={replaceAll}>
        {t('replaceAll', { count: written })}
      </Button>
    </div>
  );
}
