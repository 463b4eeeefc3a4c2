import { Check } from 'lucide-react';
import { Checkbox } from 'react-aria-components';

export interface CheckBoxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something that is so or not. */
export function CheckBox({ label, checked, onChange }: CheckBoxProps) {
  return (
    <Checkbox className="deal-edit-check" isSelected={checked} onChange={onChange}>
      <span className="deal-edit-check-box" aria-hidden>
        {checked && <Check size={12} strokeWidth={3} />}
      </span>
      {label}
    </Checkbox>
  );
}
