import { FileClock, FileWarning, Save } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { documentName, saveDocument, saveDocumentAs } from '#renderer/actions/files.ts';
import { errorText } from '#renderer/i18n/error-text.ts';
import { closeDialog } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog, Facts } from '#renderer/ui/dialog.tsx';
import type { AppError } from '#shared/ipc/errors.ts';

interface ErrorDialogProps {
  readonly error: AppError;
  readonly title: 'notOpened' | 'notExported' | 'failed';
  readonly subject: string;
}

/** Something could not be done, and nothing can be chosen. */
export function ErrorDialog({ error, title, subject }: ErrorDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t(`dialogs.${title}`)}
      text={errorText(error)}
      tone="bad"
      icon={<FileWarning size={16} strokeWidth={1.75} aria-hidden />}
      onClose={closeDialog}
      buttons={
        <Button kind="primary" autoFocus onPress={closeDialog}>
          {t('buttons.close')}
        </Button>
      }
    >
      {subject !== '' && <Facts rows={[[t('dialogs.file'), <bdi key="file">{subject}</bdi>]]} />}
    </Dialog>
  );
}

/** Someone wrote the file meanwhile: the way out that loses nothing stands first. */
export function ChangedOnDiskDialog() {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('dialogs.changedOnDisk')}
      text={t('dialogs.changedOnDiskText', { name: documentName() })}
      tone="warn"
      icon={<FileClock size={16} strokeWidth={1.75} aria-hidden />}
      onClose={closeDialog}
      buttons={
        <>
          <Button onPress={closeDialog}>{t('buttons.cancel')}</Button>
          <Button kind="danger" onPress={() => closeAnd(() => saveDocument({ overwriteChanged: true }))}>
            {t('buttons.overwrite')}
          </Button>
          <Button kind="primary" autoFocus onPress={() => closeAnd(saveDocumentAs)}>
            {t('buttons.saveCopy')}
          </Button>
        </>
      }
    />
  );
}

/** The file could not be written; the work is still in the window. */
export function SaveFailedDialog({ error }: { readonly error: AppError }) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('dialogs.notSaved')}
      text={errorText(error)}
      tone="bad"
      icon={<Save size={16} strokeWidth={1.75} aria-hidden />}
      onClose={closeDialog}
      buttons={
        <>
          <Button onPress={closeDialog}>{t('buttons.cancel')}</Button>
          <Button onPress={() => closeAnd(saveDocument)}>{t('buttons.tryAgain')}</Button>
          <Button kind="primary" autoFocus onPress={() => closeAnd(saveDocumentAs)}>
            {t('buttons.saveElsewhere')}
          </Button>
        </>
      }
    >
      <Facts rows={[[t('dialogs.file'), <bdi key="file">{documentName()}</bdi>]]} />
    </Dialog>
  );
}

function closeAnd(next: () => Promise<boolean>): void {
  closeDialog();
  void next();
}
