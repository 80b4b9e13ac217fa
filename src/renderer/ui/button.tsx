// Buttons: one with words, one with an icon whose words are in its tooltip.
import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Keys } from './keys.tsx';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly isDisabled?: boolean;
  readonly type?: 'button' | 'submit';
  readonly label?: string;
  readonly autoFocus?: boolean;
}

/** A button with words. */
export function Button({ children, look = 'plain', label, ...rest }: ButtonProps) {
  return (
    <AriaButton
      className={`button ${look}`}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...rest}
    >
      {children}
    </AriaButton>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly onPress?: () => void;
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
  readonly placement?: 'top' | 'bottom' | 'left' | 'right';
  readonly className?: string;
  readonly children?: ReactNode;
  readonly excludeFromTabOrder?: boolean;
}

/** A button that is an icon; `label` is its accessible name and its tooltip. */
export function IconButton({
  label,
  icon,
  keys,
  isPressed,
  placement = 'bottom',
  children,
  ...rest
}: IconButtonProps) {
  const { className = '', ...press } = rest;
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      <AriaButton
        className={`icon-button ${className}`}
        aria-label={label}
        {...(isPressed === undefined ? {} : { 'aria-pressed': isPressed })}
        {...press}
      >
        {icon}
        {children}
      </AriaButton>
      <Tooltip className="tooltip" placement={placement} offset={6}>
        {label}
        {keys === undefined ? null : <Keys keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
