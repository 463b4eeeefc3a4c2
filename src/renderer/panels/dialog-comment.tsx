import { MessageSquare } from 'lucide-react';
import { useState } from 'react';
import { TextField as AriaTextField, Label, TextArea } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/i18n/error-text.ts';
import { type CellAddress, closeDialog, dispatch, useScenario, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { itemOf } from '#shared/model/scenario.ts';
import { periodText } from '#shared/report/time-text.ts';
import './dialog-comment.css';

/** What is written beside a cell, or beside a row when the cell is its label: write, change, delete. */
export function CommentDialog({ cell: { key, column } }: { readonly cell: CellAddress }) {
  const { t } = useTranslation('history');
  const language = useSession((session) => session.language);
  const item = useScenario((scenario) => itemOf(scenario, key));
  const at = /^\d/.test(column) ? column : null;
  const kept = (at === null ? item?.note : item?.comments?.[at]) ?? '';
  const [text, setText] = useState(kept);
  const [refused, setRefused] = useState<string | null>(null);
  const write = (words: string) => {
    if (words.trim() === kept) return closeDialog();
    const done = dispatch({ type: 'setComment', key, at, text: words });
    return done.ok ? closeDialog() : setRefused(errorText(done.error));
  };
  const row = item?.label[language] ?? key;
  return (
    <Dialog
      title={
        at === null ? t('comment.row', { row }) : t('comment.cell', { row, period: periodText(at, language) })
      }
      {...(refused !== null && { text: refused })}
      tone={refused === null ? 'info' : 'bad'}
      icon={<MessageSquare size={16} strokeWidth={1.75} aria-hidden />}
      onClose={closeDialog}
      holdsTyping={text !== kept}
      buttons={
        <>
          {kept !== '' && (
            <Button kind="danger" onPress={() => write('')}>
              {t('comment.delete')}
            </Button>
          )}
          <Button onPress={closeDialog}>{t('comment.cancel')}</Button>
          <Button kind="primary" onPress={() => write(text)}>
            {t('comment.save')}
          </Button>
        </>
      }
    >
      <AriaTextField className="ui-field ui-whole" value={text} onChange={setText} autoFocus>
        <Label className="ui-field-label">{t('comment.text')}</Label>
        <TextArea
          className="ui-field-input comment-text"
          dir="auto"
          rows={4}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            write(text);
          }}
        />
      </AriaTextField>
    </Dialog>
  );
}
