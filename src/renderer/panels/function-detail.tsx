import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeDialog, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { exampleText, type ListedFunction } from '#shared/formula/functions/function-list.ts';

/** One function: how it is written, what it does, examples. */
export function FunctionDetail({ shown }: { readonly shown: ListedFunction }) {
  const { t } = useTranslation(['functions', 'app']);
  const language = useSession((session) => session.language);
  return (
    <div className="panel-function">
      <section className="panel-function-text" aria-label={shown.name} {...REACHABLE}>
        <h3 className="panel-function-name">
          <bdi dir="ltr">{shown.name}</bdi>
        </h3>
        <p className="panel-function-signature">
          <bdi dir="ltr">{shown.signature}</bdi>
        </p>
        <p className="panel-function-help">{shown.help[language]}</p>
        <Examples shown={shown} />
        <p className="panel-function-notation">{t('notation')}</p>
      </section>
      <div className="panel-function-foot">
        <CopyName name={shown.name} />
        <Button kind="primary" onPress={closeDialog}>
          {t('app:buttons.close')}
        </Button>
      </div>
    </div>
  );
}

// A region that scrolls must be reachable by the Tab key.
const REACHABLE = { tabIndex: 0 } as const;

function Examples({ shown }: { readonly shown: ListedFunction }) {
  const { t } = useTranslation('functions');
  if (shown.examples.length === 0) return <p className="panel-function-help">{t('onlyInRows')}</p>;
  return (
    <>
      <h4 className="panel-function-examples-title">{t('examples')}</h4>
      <ul className="panel-function-examples">
        {shown.examples.map(exampleText).map(({ formula, sign, result }) => (
          <li key={formula}>
            <bdi dir="ltr">
              <code>{formula}</code> {sign} <code className="panel-function-result">{result}</code>
            </bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

function CopyName({ name }: { readonly name: string }) {
  const { t } = useTranslation('functions');
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(name).then(
      () => setOutcome('copied'),
      () => setOutcome('notCopied'),
    );
  return (
    <>
      <span className="panel-function-outcome" role="status">
        {outcome && t(outcome, { name })}
      </span>
      <Button onPress={() => void copy()}>
        <Copy size={14} strokeWidth={1.75} aria-hidden />
        {t('copy')}
      </Button>
    </>
  );
}
