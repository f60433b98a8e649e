import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'icon'> {
  /** act: what one is here to do; signal: the one saffron thing of a surface; danger: cannot be put back. */
  look?: 'plain' | 'act' | 'signal' | 'danger' | 'quiet';
  icon?: IconName;
  /** The icon behind the word: where the button leads on. */
  iconAfter?: IconName;
  children?: ComponentChildren;
}

/** A button with a word and mostly an icon, 44 px at least. */
export function Button({ look = 'plain', icon, iconAfter, children, class: more, ...rest }: ButtonProps) {
  const classes = ['btn', look === 'plain' ? '' : look, more ?? ''].filter(Boolean).join(' ');
  return (
    <button type="button" class={classes} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  );
}
