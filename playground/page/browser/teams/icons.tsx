/** The client's small pictures, drawn for this page. */

interface IconProps {
  readonly path: string;
  readonly size?: number;
}

/** Never the only bearer of a meaning: what it stands in has a name. */
function Icon({ path, size = 20 }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={path} />
    </svg>
  );
}

export const SendIcon = () => <Icon path="M3 10 2.6 3.6 17.4 10 2.6 16.4 3 10Zm0 0h7" />;
export const ClipIcon = () => (
  <Icon path="m8.2 11.8 4.6-4.6a1.5 1.5 0 0 0-2.1-2.1L5.4 10.4a3 3 0 0 0 4.2 4.2l5.3-5.3a4.5 4.5 0 0 0-6.4-6.4L4 7.4" />
);
export const CloseIcon = ({ size = 20 }: { readonly size?: number }) => (
  <Icon size={size} path="m5 5 10 10M15 5 5 15" />
);
export const MoreIcon = () => <Icon path="M4.5 10h.01M10 10h.01M15.5 10h.01" />;
export const MentionIcon = () => (
  <Icon path="M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Zm0 0v1.2a2 2 0 0 0 4 0V10a7 7 0 1 0-2.8 5.6" />
);
export const FileIcon = ({ size = 20 }: { readonly size?: number }) => (
  <Icon
    size={size}
    path="M11 2.5H6A1.5 1.5 0 0 0 4.5 4v12A1.5 1.5 0 0 0 6 17.5h8a1.5 1.5 0 0 0 1.5-1.5V7L11 2.5Zm0 0V7h4.5"
  />
);
export const DownloadIcon = () => <Icon path="M10 3v9m0 0-3.5-3.5M10 12l3.5-3.5M4 16.5h12" />;
export const PenIcon = () => <Icon path="M12.5 4.5 15.5 7.5 7 16l-4 1 1-4 8.5-8.5Z" />;
export const ReplyIcon = () => <Icon size={16} path="M8 4.5 3 9l5 4.5V11c4 0 6.5 1 8.5 4 0-4.5-2.5-8-8.5-8V4.5Z" />;
export const DownIcon = () => <Icon size={16} path="M10 4v11m0 0-4.5-4.5M10 15l4.5-4.5" />;
