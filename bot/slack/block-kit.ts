/** Block Kit's types under short names, and the limits of its reference pages (docs.slack.dev/reference/block-kit). */
import type { types } from '@slack/bolt';

/** A chart, which Slack's own types do not know yet (docs.slack.dev/reference/block-kit/blocks/data-visualization-block). */
export interface ChartBlock extends types.Block {
  readonly type: 'data_visualization';
  readonly title: string;
  readonly chart: {
    readonly type: 'bar' | 'line';
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[]; readonly y_label: string };
  };
}

export type Block = types.KnownBlock | ChartBlock;
export type Modal = types.ModalView;
export type HomeTab = types.HomeView;
export type TextObject = types.PlainTextElement | types.MrkdwnElement;
export type PlainText = types.PlainTextElement;
export type SlackButton = types.Button;
export type RichTextPiece = types.RichTextText;
export type InputElement = types.InputBlock['element'];

export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** Not documented; Slack answers `msg_blocks_too_long` from about 13,200 characters of text in a message's blocks. */
  messageCharacters: 12_000,
  /** A view may have 250 kB; the rest is for its title and metadata. */
  viewBytes: 235_000,
  notification: 3000,
  header: 150,
  sectionText: 3000,
  sectionField: 2000,
  sectionFields: 10,
  contextText: 2000,
  revisionLabel: 300,
  /** Of a table; a hundred rows more are no page of ours. */
  tableRows: 100,
  tableColumns: 20,
  tablePage: 10,
  /** Far below what Slack takes: a table is for short words. */
  tableCell: 300,
  tableCaption: 200,
  chartTitle: 50,
  chartLabel: 20,
  imageAddress: 3000,
  imageDescription: 2000,
  buttonLabel: 75,
  buttonValue: 2000,
  buttonAddress: 3000,
  actionsElements: 25,
  viewTitle: 24,
  privateMetadata: 3000,
  inputLabel: 2000,
  inputHint: 2000,
  inputText: 3000,
  placeholder: 150,
  optionLabel: 75,
  optionValue: 150,
  selectOptions: 100,
  optionGroups: 100,
  checkboxes: 10,
  files: 10,
  identifier: 255,
} as const;
