import type { ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import './controls.css';

export interface HintProps {
  readonly text: string;
  readonly keys?: string | undefined;
  /** One focusable element. */
  readonly children: ReactNode;
}

/** A tooltip on hover after half a second, and on focus. */
export function Hint({ text, keys, children }: HintProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className="ui-tooltip" offset={6}>
        {text}
        {keys !== undefined && <kbd>{keys}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
