import type { ComponentProps } from 'react';
import styles from './Button.module.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` once a view at most; `danger` for what can't be taken back; `quiet` among rows. */
  readonly tone?: 'plain' | 'primary' | 'danger' | 'quiet';
}

export function Button({ tone = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  const names = [styles['button'], styles[tone], className].filter(Boolean).join(' ');
  return <button type={type === 'submit' ? 'submit' : 'button'} className={names} {...rest} />;
}
