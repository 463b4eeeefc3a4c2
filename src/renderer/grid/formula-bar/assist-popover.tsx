import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { placeBeside } from '../place-beside.ts';
import { AssistList } from './assist-list.tsx';
import { assistStore, type Shown } from './assist-state.ts';
import { SignatureLine } from './signature-line.tsx';

/** Signature, names that fit, and the keys that help, under the formula that is being written. */
export function AssistPopover() {
  const shown = useStore(assistStore, (state) => state.shown);
  if (!shown || (!shown.list && !shown.call && !shown.note && !isPointingInBar(shown))) return null;
  return <Popover shown={shown} />;
}

/** In a cell pointing is what arrows do anyway; in the bar it is another mode, which is said. */
function isPointingInBar({ mode, port }: Shown): boolean {
  return mode === 'enter' && !port.element.matches('input');
}

function Popover({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation('formula-bar');
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      if (box.current) placeBeside(box.current, anchorOf(shown));
    };
    place();
    // What is said of the text is drawn by others, some of it after this.
    const frame = requestAnimationFrame(place);
    return () => cancelAnimationFrame(frame);
  }, [shown]);
  const { call, list, note, mode } = shown;
  return (
    <div ref={box} className="grid-assist">
      {call && <SignatureLine call={call} />}
      {list && <AssistList list={list} chosen={shown.chosen} />}
      {note && (
        <div role="status" className="grid-assist-note">
          {t(`note.${note}`)}
        </div>
      )}
      <div className="grid-assist-keys" aria-hidden="true">
        {list && <Key name="Tab" does={t('keys.take')} />}
        <Key name="F4" does={t('keys.fix')} />
        <Key name="F2" does={t(mode === 'edit' ? 'keys.point' : 'keys.caret')} />
        <Key name="Esc" does={t(list ? 'keys.close' : 'keys.leave')} />
      </div>
    </div>
  );
}

function Key({ name, does }: { readonly name: string; readonly does: string }) {
  return (
    <span>
      <kbd>{name}</kbd> {does}
    </span>
  );
}

/** Under the field, and under what is said of its text. */
function anchorOf({ port, x }: Shown): DOMRect {
  const field = port.element.getBoundingClientRect();
  const said = [...document.querySelectorAll('.grid-bar-problem, .grid-hint')].map((one) =>
    one.getBoundingClientRect(),
  );
  const bottom = Math.max(field.bottom, ...said.map((rect) => rect.bottom));
  const at = Math.min(Math.max(x, field.left), field.right);
  return new DOMRect(at, field.top, 1, bottom - field.top);
}
