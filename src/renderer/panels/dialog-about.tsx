import { useTranslation } from 'react-i18next';
import { closeDialog, useSession } from '#renderer/store/hooks.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog, Facts } from '#renderer/ui/dialog.tsx';
import { Logo } from '#renderer/ui/logo.tsx';

export function AboutDialog() {
  const { t } = useTranslation();
  const platform = useSession((session) => session.platform);
  return (
    <Dialog
      title="Headroom"
      text={t('welcome.question')}
      icon={<Logo size={22} />}
      onClose={closeDialog}
      buttons={
        <Button kind="primary" autoFocus onPress={closeDialog}>
          {t('buttons.close')}
        </Button>
      }
    >
      <Facts
        rows={[
          [t('about.version'), platform.version],
          ['Electron', platform.electron],
          ['Chrome', platform.chrome],
        ]}
      />
    </Dialog>
  );
}
