/** How the library draws cards: sizes and colours of the light theme of Teams, with contrast of at least 4.5 to 1. */
import { HostConfig } from 'adaptivecards';

const same = (colour: string) => ({ default: colour, subtle: colour });

const foregroundColors = {
  default: { default: '#242424', subtle: '#5c5c5c' },
  dark: { default: '#242424', subtle: '#5c5c5c' },
  light: same('#5c5c5c'),
  accent: same('#4f52b2'),
  good: same('#0b6a0b'),
  warning: same('#8a3707'),
  attention: same('#b10e1c'),
};

// Their edges are the style sheet's: the library draws none.
const box = (backgroundColor: string) => ({ backgroundColor, foregroundColors });

const font = {
  // The page's own, which has Japanese.
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
};

export const hostConfig = new HostConfig({
  supportsInteractivity: true,
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e0e0e0' },
  fontTypes: { default: font, monospace: { ...font, fontFamily: 'ui-monospace, Consolas, monospace' } },
  lineHeights: { small: 17, default: 20, medium: 22, large: 25, extraLarge: 32 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: { backgroundColor: '#ffffff', foregroundColors },
    emphasis: box('#f5f5f5'),
    accent: box('#f0f1fc'),
    good: box('#f1faf1'),
    warning: box('#fff9f5'),
    attention: box('#fdf3f4'),
  },
  inputs: {
    label: {
      inputSpacing: 'Small',
      requiredInputs: { weight: 'Bolder', suffix: ' *', suffixColor: 'Attention' },
      optionalInputs: { weight: 'Bolder' },
    },
    errorMessage: { color: 'Attention', weight: 'Default', size: 'Small' },
  },
  actions: {
    maxActions: 6,
    spacing: 'Large',
    // The style sheet keeps buttons apart, also where their row breaks.
    buttonSpacing: 0,
    showCard: { actionMode: 'Inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'Horizontal',
    actionAlignment: 'Left',
    allowTitleToWrap: true,
  },
  adaptiveCard: { allowCustomStyle: true },
  imageSet: { imageSize: 'Medium', maxImageHeight: 100 },
  factSet: {
    title: { weight: 'Bolder', wrap: true, maxWidth: 140 },
    value: { wrap: true },
    spacing: 8,
  },
  textBlock: { headingLevel: 3 },
});
