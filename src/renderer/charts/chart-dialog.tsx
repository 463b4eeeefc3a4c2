import { Copy, X } from 'lucide-react';
import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { type Chart, subtitleMessage, titleMessage } from '#shared/report/chart-message.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { ChartBody, LeftOutNote } from './chart-card.tsx';
import { ChartTable } from './chart-table.tsx';
import type { ChartTexts } from './chart-texts.ts';

export interface ChartDialogProps {
  readonly chart: Chart;
  readonly texts: ChartTexts;
  readonly onClose: () => void;
  readonly onCopy: () => void;
}

type View = 'chart' | 'table';

/** A chart with room, or its figures as a table. */
export function ChartDialog({ chart, texts, onClose, onCopy }: ChartDialogProps) {
  const [view, setView] = useState<View>('chart');
  const title = texts.say(titleMessage(chart, texts.language));
  return (
    <ModalOverlay
      className="chart-scrim"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="chart-modal">
        <Dialog className="chart-dialog">
          <div className="chart-dialog-head">
            <div>
              <Heading slot="title" level={2} className="chart-dialog-title">
                {title}
              </Heading>
              <p className="chart-subtitle">{texts.say(subtitleMessage(chart, texts.language))}</p>
              <LeftOutNote chart={chart} texts={texts} />
            </div>
            <div className="chart-dialog-tools">
              <ViewSwitch view={view} onChange={setView} texts={texts} />
              <Button onPress={onCopy}>
                <Copy size={14} strokeWidth={1.75} aria-hidden="true" />
                {texts.t('panel.copy')}
              </Button>
              <IconButton label={texts.t('panel.close')} onPress={onClose}>
                <X size={16} strokeWidth={1.75} aria-hidden="true" />
              </IconButton>
            </div>
          </div>
          {view === 'chart' ? (
            <ChartBody chart={chart} detail="large" texts={texts} />
          ) : (
            <TableView chart={chart} title={title} texts={texts} />
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface TableViewProps {
  readonly chart: Chart;
  readonly title: string;
  readonly texts: ChartTexts;
}

/** Scrolls by keyboard too. */
function TableView({ chart, title, texts }: TableViewProps) {
  return (
    // A region that scrolls must be reachable by the Tab key.
    <section className="chart-table-frame" aria-label={title} {...REACHABLE}>
      <ChartTable chart={chart} title={title} texts={texts} />
    </section>
  );
}

const REACHABLE = { tabIndex: 0 } as const;

interface ViewSwitchProps {
  readonly view: View;
  readonly onChange: (view: View) => void;
  readonly texts: ChartTexts;
}

function ViewSwitch({ view, onChange, texts }: ViewSwitchProps) {
  return (
    <ToggleButtonGroup
      className="chart-switch"
      aria-label={texts.t('panel.view')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[view]}
      onSelectionChange={(keys) => onChange(keys.has('table') ? 'table' : 'chart')}
    >
      <ToggleButton id="chart" className="chart-switch-part">
        {texts.t('panel.chart')}
      </ToggleButton>
      <ToggleButton id="table" className="chart-switch-part">
        {texts.t('panel.table')}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
