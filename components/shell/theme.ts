/** The look, as tokens: warm paper, ink, and one accent. Everything visual derives from here and tokens.css. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** Petrol: calm on paper, legible on dark, and unlike any label's colour. */
const accent: MantineColorsTuple = [
  "#eaf4f5",
  "#d6e7e9",
  "#aacdd2",
  "#7cb2b9",
  "#5a9ca5",
  "#3f8590",
  "#2c717d",
  "#1d5d68",
  "#124b55",
  "#083a43",
];

/** Greys with a little yellow in them, so that nothing looks cold on paper. */
const gray: MantineColorsTuple = [
  "#faf8f4",
  "#f3f0e9",
  "#e8e3d9",
  "#dad4c7",
  "#c5bdad",
  "#a69d8c",
  "#837b6c",
  "#6a6357",
  "#4b463e",
  "#322e29",
];

const dark: MantineColorsTuple = [
  "#ece7dd",
  "#cfc9bd",
  "#b0a99c",
  "#8b8579",
  "#5c574e",
  "#454139",
  "#35322c",
  "#282521",
  "#1e1c19",
  "#161412",
];

const serif = '"Source Serif 4 Variable", Georgia, "Times New Roman", serif';
const sans = '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif';

export const theme = createTheme({
  primaryColor: "accent",
  // Both dark enough for white words: Mantine chooses a filled surface's ink by the light scheme's shade alone.
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { accent, gray, dark },
  black: "#24211d",
  white: "#fffefb",
  fontFamily: sans,
  defaultRadius: "sm",
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: {
        closeButtonProps: { "aria-label": "Close" },
        // A dialog's heading is no second banner of the page.
        attributes: { header: { role: "presentation" } },
        // Mantine's lock puts an inline style sheet into the page, which the content policy refuses.
        lockScroll: false,
      },
    },
  },
  headings: { fontFamily: serif, fontWeight: "600", textWrap: "balance" },
  other: { serif },
});

/** Mantine's own surfaces, mapped to paper and ink. */
export const resolver: CSSVariablesResolver = () => ({
  variables: { "--font-serif": serif },
  light: {
    "--mantine-color-body": gray[0],
    "--mantine-color-text": "#24211d",
    "--mantine-color-dimmed": gray[7],
    "--mantine-color-placeholder": gray[7],
    "--mantine-color-default-border": gray[3],
    "--mantine-color-anchor": accent[7],
    // Mantine's own are too light to be read on paper.
    "--mantine-color-red-text": "#b42318",
    "--mantine-color-red-light-color": "#b42318",
    "--mantine-color-orange-text": "#9a4a00",
    "--mantine-color-orange-light-color": "#9a4a00",
  },
  dark: {
    "--mantine-color-body": dark[8],
    "--mantine-color-text": dark[0],
    "--mantine-color-dimmed": dark[2],
    "--mantine-color-placeholder": dark[2],
    "--mantine-color-default-border": dark[5],
    "--mantine-color-anchor": accent[3],
  },
});
