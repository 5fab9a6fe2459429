/** Names of files are taken by every system, whatever was written into them. */
import { expect, it } from 'vitest';
import { fileNameOf } from '../../../programme/files/file-name.js';

it.each([
  ['MSM-1_参加者一覧_2024-10-28', 'MSM-1_参加者一覧_2024-10-28.xlsx'],
  ['../../etc/passwd', '_.._etc_passwd.xlsx'],
  ['a:b*c?"<>|\\d', 'a_b_c______d.xlsx'],
  ['report\u202Excod', 'report_xcod.xlsx'],
  ['line\nend\u0000', 'line_end_.xlsx'],
  [' . ', '_.xlsx'],
  ['half \uD83D', 'half \uFFFD.xlsx'],
  ['😀'.repeat(100), `${'😀'.repeat(70)}.xlsx`],
])('%j becomes %j', (title, name) => expect(fileNameOf(title, '.xlsx')).toBe(name));
