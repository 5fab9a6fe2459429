/** The shell's own small pictures; they mean nothing without the words beside them. */
import type { ReactNode } from 'react';

const paths = {
  people: (
    <path d="M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 9c0-3.3 2.7-5.5 6-5.500s6 2.2 6 5.500M13.5 3a2.6 2.6 0 0 1 0 5M15.5 11.800c1.7.8 2.7 2.7 2.7 5.2" />
  ),
  clock: <path d="M10 2.500a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 6v4.300l2.8 1.9" />,
  scenario: (
    <path d="M3 6.5 16.5 3l.7 2.700L3.7 9.2 3 6.500ZM3.7 9.200V17h13V9.200h-13ZM7 5.500l1.8 2.300M11.2 4.4 13 6.7" />
  ),
  inspector: (
    <path d="M2.5 3h15M4 3c0 6.5-.3 10-1 14h4.500c1.6-3.3 2.4-8 2.5-14M16 3c0 6.5.3 10 1 14h-4.500C10.9 13.7 10.1 9 10 3" />
  ),
  question: (
    <path d="M10 2.500a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM7.8 8c.1-1.3 1-2.1 2.3-2.1 1.3 0 2.2.8 2.2 1.9 0 1.7-2.2 1.8-2.2 3.500M10.1 13.900v.1" />
  ),
  close: <path d="m5 5 10 10M15 5 5 15" />,
  split: <path d="M3 3.500h14v13H3v-13ZM10 3.500v13" />,
  plus: <path d="M10 4v12M4 10h12" />,
  search: <path d="M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM12.5 12.5 17 17" />,
  forward: <path d="m4 4.5 6 5.5-6 5.500v-11ZM11 4.500l6 5.5-6 5.500v-11Z" />,
  chevron: <path d="m5 7.5 5 5 5-5" />,
  deadline: <path d="M5 18V2.500M5 3.500h10l-2.5 3.500L15 10.500H5" />,
  begins: <path d="M5.5 3.500v13l11-6.5-11-6.500Z" />,
  ends: <path d="M4.5 4.500h11v11h-11v-11Z" />,
  bell: (
    <path d="M4 14.500h12c-1.3-1.3-1.7-2.5-1.7-5 0-2.9-1.7-5-4.3-5s-4.3 2.1-4.3 5c0 2.5-.4 3.7-1.7 5ZM8.3 17h3.4" />
  ),
  mail: <path d="M2.5 4.500h15v11h-15v-11ZM2.5 5l7.5 6 7.500-6" />,
  lock: <path d="M4.5 9h11v8h-11V9ZM7 9V6.300C7 4.4 8.3 3 10 3s3 1.4 3 3.300V9" />,
  warning: <path d="M10 3 2 17h16L10 3ZM10 8v4.200M10 14.500v.1" />,
} satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className="shell-icon"
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {paths[name]}
    </svg>
  );
}
