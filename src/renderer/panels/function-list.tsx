import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { Dialog, Heading, Input, Modal, ModalOverlay, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { closeDialog } from '#renderer/store/hooks.ts';
import { functionList } from '#shared/formula/functions/function-list.ts';
import { FunctionDetail } from './function-detail.tsx';
import { chosenOption, FunctionNames } from './function-names.tsx';
import { bestMatch, searchFunctions } from './function-search.ts';
import '#renderer/ui/dialog.css';
import './function-list.css';

/** Every function of the formula language: found by name or by what it does, and explained. */
export function FunctionList() {
  return (
    <ModalOverlay className="ui-scrim" isOpen isDismissable onOpenChange={(open) => !open && closeDialog()}>
      <Modal className="ui-modal panel-functions-modal">
        <Dialog className="ui-dialog panel-functions">
          <Content />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Content() {
  const { t } = useTranslation('functions');
  const all = useMemo(functionList, []);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const families = useMemo(() => searchFunctions(all, query), [all, query]);
  const functions = families.flatMap((family) => family.functions);
  const shown = functions.find(({ name }) => name === chosen) ?? bestMatch(families, query);
  useEffect(() => focusLater(field.current), []);
  const search = (text: string) => {
    setQuery(text);
    setChosen(null);
  };
  return (
    <>
      <div className="panel-functions-head">
        <Heading slot="title" level={2} className="ui-dialog-title">
          {t('title')}
        </Heading>
        <span className="panel-functions-count" role="status">
          {t('found', { count: functions.length })}
        </span>
      </div>
      <TextField
        className="panel-functions-search"
        aria-label={t('search')}
        value={query}
        onChange={search}
        autoFocus
      >
        <Input
          ref={field}
          placeholder={t('search')}
          spellCheck={false}
          autoComplete="off"
          onKeyDown={(event) => enterList(event, list.current)}
        />
      </TextField>
      {shown ? (
        <div className="panel-functions-body">
          <FunctionNames families={families} chosen={shown} choose={setChosen} list={list} search={field} />
          <FunctionDetail key={shown.name} shown={shown} />
        </div>
      ) : (
        <div className="panel-functions-none">
          <b>{t('none')}</b>
          <span>{t('noneHint')}</span>
        </div>
      )}
    </>
  );
}

/** A cell whose entry was not taken takes the focus back once; then only the dialog as a whole has it. */
function focusLater(field: HTMLElement | null): () => void {
  const frame = requestAnimationFrame(() => {
    const dialog = field?.closest('[role="dialog"]');
    if (document.activeElement === dialog || !dialog?.contains(document.activeElement)) field?.focus();
  });
  return () => cancelAnimationFrame(frame);
}

/** Down from the search goes to the chosen name; so does Enter. */
function enterList(event: KeyboardEvent, list: HTMLElement | null): void {
  const option = chosenOption(list);
  if (!option || (event.code !== 'ArrowDown' && event.code !== 'Enter')) return;
  event.preventDefault();
  option.focus();
}
