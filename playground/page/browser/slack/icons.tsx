/** The client's icons: drawn for the eye only, so that each needs a label beside it. */
import type { ReactNode } from 'react';

function icon(drawing: ReactNode) {
  return function Icon() {
    return (
      <svg
        className="slack-icon"
        viewBox="0 0 20 20"
        width="18"
        height="18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {drawing}
      </svg>
    );
  };
}

export const SendIcon = icon(<path d="M3 10.2 3.6 3.5 17 10 3.6 16.5 3 9.8h7" fill="currentColor" stroke="none" />);
export const PlusIcon = icon(<path d="M10 4v12M4 10h12" />);
export const LightningIcon = icon(<path d="M11 2.5 4.5 11.5H10l-1 6 6.5-9H10z" />);
export const CrossIcon = icon(<path d="m5 5 10 10M15 5 5 15" />);
export const BackIcon = icon(<path d="M12.5 4 6.5 10l6 6" />);
export const DownIcon = icon(<path d="m5.5 8 4.5 4.5L14.5 8" />);
export const DotsIcon = icon(
  <g fill="currentColor" stroke="none">
    <circle cx="4" cy="10" r="1.5" />
    <circle cx="10" cy="10" r="1.5" />
    <circle cx="16" cy="10" r="1.5" />
  </g>,
);
export const EyeIcon = icon(
  <>
    <path d="M2 10s3-5.2 8-5.2S18 10 18 10s-3 5.2-8 5.2S2 10 2 10z" />
    <circle cx="10" cy="10" r="2.2" />
  </>,
);
export const FileIcon = icon(<path d="M5 2.5h6.5L16 7v10.5H5zM11.5 2.5V7H16" />);
export const DownloadIcon = icon(<path d="M10 3v9m0 0 3.5-3.5M10 12 6.5 8.5M4 16.5h12" />);
export const ReplyIcon = icon(<path d="M3.5 4h13v9.5H9L5.5 16.5v-3h-2zM7 8h6M7 10.5h4" />);
export const WarningIcon = icon(<path d="M10 3 2.5 16.5h15zM10 8v4m0 2.2v.1" />);
