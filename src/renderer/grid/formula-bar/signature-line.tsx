import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/store/hooks.ts';
import { type OpenCall, signatureOf } from './call-at.ts';

/** How a function is called, with the argument at the caret in bold, and what it does. */
export function SignatureLine({ call }: { readonly call: OpenCall }) {
  const { t } = useTranslation('formula-bar');
  const language = useSession((session) => session.language);
  const signature = signatureOf(call);
  if (!signature) return null;
  const { name, parameters, current, help } = signature;
  const word = current === null ? undefined : parameters[current];
  return (
    <div className="grid-assist-signature">
      <div>
        <bdi dir="ltr">
          {name}(
          {parameters.map((parameter, index) => (
            <span key={parameter}>
              {index > 0 && ', '}
              {index === current ? <b>{parameter}</b> : parameter}
            </span>
          ))}
          )
        </bdi>
      </div>
      <p>{help[language]}</p>
      <span role="status" className="grid-said">
        {word === undefined ? t('argument.none', { name }) : t('argument.now', { name, word })}
      </span>
    </div>
  );
}
