import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Hint } from './hint.tsx';
import './controls.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly kind?: 'plain' | 'primary' | 'ghost' | 'danger';
  readonly small?: boolean;
  readonly children: ReactNode;
}

export function Button({ kind = 'plain', small = false, ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={classes(kind === 'plain' ? '' : `ui-button--${kind}`, small)} />;
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** Name for screen readers and the tooltip. */
  readonly label: string;
  /** Keys as shown: `Ctrl+Z`. */
  readonly keys?: string | undefined;
  readonly small?: boolean;
  readonly children: ReactNode;
}

export function IconButton({ label, keys, small = false, ...rest }: IconButtonProps) {
  return (
    <Hint text={label} keys={keys}>
      <AriaButton {...rest} aria-label={label} className={classes('ui-button--icon', small)} />
    </Hint>
  );
}

function classes(kind: string, small: boolean): string {
  return ['ui-button', kind, small ? 'ui-button--small' : ''].filter(Boolean).join(' ');
}
