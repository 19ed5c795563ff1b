/** The demo workspace's rules. */
export const demoRules = [
  {
    title: "Answer what was said",
    text: "Quote the passage or the comment you mean, and answer its strongest reading.",
  },
  {
    title: "Argue about claims, not people",
    text: "No insults, no guesses at motives. You may call an argument bad; say why.",
  },
  {
    title: "Say where it comes from",
    text: "A figure or a quotation names its source, so that others can look it up.",
  },
  {
    title: "Keep private things private",
    text: "No addresses, phone numbers or other personal data of anybody.",
  },
] as const;
