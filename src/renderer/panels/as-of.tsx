import { CalendarClock } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { dispatch, setAsOf, useAsOf, useScenario, useSession, useViewpoint } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/fields.tsx';
import { MenuPopover } from '#renderer/ui/menu.tsx';
import { isIsoDate } from '#shared/model/date.ts';
import { dateText } from '#shared/report/time-text.ts';
import { AsOfSlider } from './as-of-slider.tsx';

/** The as-of date in the toolbar: written out, a slider beside it, and a field to type another. */
export function AsOf() {
  const { t } = useTranslation();
  const language = useSession((session) => session.language);
  const date = useAsOf();
  const other = useScenario((scenario) => scenario.timeline.asOf !== date);
  return (
    <div className="panel-as-of">
      <DialogTrigger>
        <AriaButton className={other ? 'panel-as-of-date panel-as-of-date--other' : 'panel-as-of-date'}>
          <CalendarClock size={14} strokeWidth={1.75} aria-hidden />
          <span className="panel-as-of-word">{t('toolbar.asOf')}</span> <b>{dateText(date, language)}</b>
        </AriaButton>
        <MenuPopover placement="bottom end">
          <Dialog className="panel-as-of-dialog" aria-label={t('asOf.title')}>
            {({ close }) => <AsOfChoice key={date} close={close} />}
          </Dialog>
        </MenuPopover>
      </DialogTrigger>
      <AsOfSlider />
    </div>
  );
}

function AsOfChoice({ close }: { readonly close: () => void }) {
  const { t } = useTranslation();
  const date = useAsOf();
  const { caseId, asOf } = useViewpoint();
  const own = useScenario((scenario) => scenario.timeline.asOf);
  const [text, setText] = useState(date);
  const wrong = text !== date && !isIsoDate(text.trim());
  const enter = (event: FormEvent) => {
    event.preventDefault();
    if (wrong) return;
    setAsOf(text.trim());
    close();
  };
  const keep = () => {
    if (dispatch({ type: 'setAsOf', asOf: date }).ok) setAsOf(null);
    close();
  };
  return (
    <form className="panel-as-of-form" onSubmit={enter}>
      <p>{t('asOf.what')}</p>
      <AsOfSlider wide />
      <TextField
        label={t('asOf.day')}
        value={text}
        onChange={setText}
        hint={t('asOf.hint')}
        error={wrong ? t('asOf.wrong', { text }) : undefined}
        code
        whole
      />
      <div className="panel-as-of-buttons">
        {asOf !== null && (
          <Button kind="ghost" onPress={() => setAsOf(null)}>
            {t(caseId === null ? 'asOf.back' : 'asOf.backCase')}
          </Button>
        )}
        {date !== own && caseId === null && (
          <Button kind="ghost" onPress={keep}>
            {t('asOf.keep')}
          </Button>
        )}
        <Button kind="primary" type="submit">
          {t('asOf.show')}
        </Button>
      </div>
    </form>
  );
}
