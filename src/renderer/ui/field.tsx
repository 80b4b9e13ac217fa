// Form fields: a label, a box, a hint, and the sentence that says what is wrong with it.
import { Check, ChevronDown } from 'lucide-react';
import { useId } from 'react';
import {
  Button,
  Checkbox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
  TextField as AriaTextField,
} from 'react-aria-components';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly type?: 'text' | 'password' | 'email' | 'url';
  readonly suggestions?: readonly string[];
  readonly autoFocus?: boolean;
  /** All of it is selected when it gets the focus, so that typing replaces it. */
  readonly selectsAll?: true;
  readonly className?: string;
}

/** One line of text. `suggestions` are offered while typing; anything else may be written too. */
export function TextField({
  label,
  hint,
  error,
  placeholder,
  suggestions,
  type = 'text',
  selectsAll,
  ...field
}: TextFieldProps) {
  const listId = useId();
  const { className = '', ...control } = field;
  return (
    // By "native" validation a form with an error would never be submitted again.
    <AriaTextField
      className={`field ${className}`}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      type={type}
      {...control}
    >
      <Label>{label}</Label>
      <Input
        className="input"
        autoComplete="off"
        spellCheck={false}
        {...(selectsAll === true ? { onFocus: (event) => event.target.select() } : {})}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(suggestions === undefined ? {} : { list: listId })}
      />
      {suggestions === undefined ? null : (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      {hint === undefined ? null : (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

export interface Choice {
  readonly id: string;
  readonly title: string;
}

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (id: string) => void;
  readonly className?: string;
}

/** One of a few. */
export function SelectField({ label, value, choices, onChange, className = '' }: SelectFieldProps) {
  return (
    <Select
      className={`field ${className}`}
      selectedKey={value}
      onSelectionChange={(key) => onChange(String(key))}
    >
      <Label>{label}</Label>
      <Button className="input select">
        <SelectValue className="one-line" />
        <ChevronDown aria-hidden className="lucide" />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="menu" items={choices}>
          {(choice) => (
            <ListBoxItem className="menu-item" id={choice.id} textValue={choice.title}>
              <span className="one-line">{choice.title}</span>
              {choice.id === value ? <Check aria-hidden className="lucide" /> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}

interface CheckBoxProps {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** Yes or no. */
export function CheckBox({ label, isSelected, onChange }: CheckBoxProps) {
  return (
    <Checkbox className="checkbox" isSelected={isSelected} onChange={onChange}>
      <span className="checkbox-box" aria-hidden="true">
        {isSelected ? <Check className="lucide" /> : null}
      </span>
      <span>{label}</span>
    </Checkbox>
  );
}
