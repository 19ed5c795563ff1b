import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { importArticle } from "../../import-article";
import type { Source } from "../../schema";

const prose = (n: number) =>
  `Paragraph number ${n} says one thing about the ferry. It goes on to say another, at some length, so that it is one.`;
const paragraphs = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => `<p>${prose(from + n)}</p>`).join("\n");

const fragment = (content: string) => importArticle({ kind: "rich-text", content });
const page = (body: string, head = "", given: Partial<Source> = {}) =>
  importArticle({
    kind: "html",
    content: `<!doctype html><html lang="en-GB"><head>${head}</head><body>${body}</body></html>`,
    ...given,
  });

const jsonLd = JSON.stringify({
  "@context": "https://schema.org",
  "@graph": [
    { "@type": "WebSite", name: "The Gazette" },
    {
      "@type": "NewsArticle",
      headline: "Why the ferry matters",
      description: "A small boat says much about a large city.",
      author: [{ "@type": "Person", name: "Jane Roe", jobTitle: "Transport correspondent" }, "Li Wei"],
      publisher: { name: "The Gazette" },
      datePublished: "2026-03-04T08:00:00Z",
      dateModified: "2026-03-09",
    },
  ],
});

test("a page: its head's metadata, its article, and everything around it set aside with a reason", async () => {
  const { metadata, blocks, setAside, warnings } = await page(
    `<div class="cookie-banner"><p>We use cookies.</p><button>Accept</button></div>
    <header role="banner"><nav><ul><li><a href="/">Home</a></li><li><a href="/city">City</a></li></ul></nav></header>
    <main><article>
      <h1>Why the ferry matters</h1>
      <p class="standfirst">A small boat says much about a large city.</p>
      <p class="byline">By Jane Roe</p>
      <figure><img src="a.jpg" alt=""><figcaption>The ferry leaves on time. (Photo: Tom Lee)</figcaption></figure>
      ${paragraphs(1, 4)}
      <aside class="newsletter-signup"><p>Get our best work in your inbox.</p></aside>
      <h2>What it costs</h2>
      ${paragraphs(5, 8)}
      <p>It was said to be cheap.<sup><a href="#fn1" id="ref1">1</a></sup> Nobody asked how the number came about.</p>
      <div class="share-buttons"><a href="https://x.example">Post</a> <a href="https://f.example">Send</a></div>
      <ol class="footnotes"><li id="fn1">By the council, in March. <a href="#ref1">↩</a></li></ol>
    </article></main>
    <section class="related"><h3>More</h3><p><a href="/b">The bus that never came</a></p></section>
    <footer role="contentinfo"><p>© 2026 The Gazette</p></footer>`,
    `<title>Why the ferry matters | The Gazette</title><link rel="canonical" href="/ferry">
     <script type="application/ld+json">${jsonLd}</script>`,
    { url: "https://gazette.example/ferry?from=mail" },
  );
  expect(metadata).toEqual({
    title: "Why the ferry matters",
    standfirst: "A small boat says much about a large city.",
    authors: [{ name: "Jane Roe", role: "Transport correspondent" }, { name: "Li Wei" }],
    publisher: "The Gazette",
    publishedOn: "2026-03-04",
    updatedOn: "2026-03-09",
    language: "en-GB",
    sourceUrl: "https://gazette.example/ferry",
    captions: [{ text: "The ferry leaves on time.", credit: "Tom Lee" }],
  });
  expect(blocks.map(({ type }) => type)).toEqual([
    "caption",
    ...Array(4).fill("paragraph"),
    "heading",
    ...Array(5).fill("paragraph"),
    "footnote",
  ]);
  expect(blocks.at(-2)?.marks).toEqual([{ type: "footnote", start: 24, end: 25, block: "b12" }]);
  expect(blocks.at(-1)).toMatchObject({ mark: "1", text: "By the council, in March." });
  expect(setAside.map(({ reason, text }) => `${reason}: ${text}`)).toEqual([
    "consent: We use cookies.",
    "consent: Accept",
    "navigation: Home",
    "navigation: City",
    "metadata: Why the ferry matters",
    "metadata: A small boat says much about a large city.",
    "metadata: By Jane Roe",
    "newsletter: Get our best work in your inbox.",
    "share-bar: Post Send",
    "navigation: More",
    "navigation: The bus that never came",
    "outside: © 2026 The Gazette",
  ]);
  expect(warnings).toEqual([]);
});

test("without JSON-LD, OpenGraph and meta elements say it", async () => {
  const { metadata } = await page(
    `<h1>Why the ferry matters</h1>${paragraphs(1, 8)}`,
    `<meta property="og:title" content="Why the ferry matters"><meta property="og:site_name" content="The Gazette">
     <meta name="author" content="Jane Roe"><meta property="article:published_time" content="2026-03-04T08:00:00+01:00">
     <meta property="og:url" content="https://gazette.example/ferry">
     <meta name="description" content="Paragraph number 1 says one thing about…">`,
  );
  expect(metadata).toEqual({
    title: "Why the ferry matters",
    authors: [{ name: "Jane Roe" }],
    publisher: "The Gazette",
    publishedOn: "2026-03-04",
    language: "en-GB",
    sourceUrl: "https://gazette.example/ferry",
  });
});

test("a clipboard's formatting is kept: headings, lists, tables, emphasis, links, code, quotations", async () => {
  const { blocks } = await fragment(
    `<!--StartFragment--><h1>A title of some words</h1><h2>Of <i>ferries</i></h2>
    <p>Some <b>bold <em>and more</em></b>, <a href="https://example.com/a">a link</a>,<br>on one line.<br><br>Another.</p>
    <ul><li>one</li><li><p>two</p><ol><li>nested</li></ol></li></ul>
    <table><thead><tr><th>Year</th><th>Riders</th></tr></thead><tr><td>2025</td><td>9 <b>thousand</b></td></tr></table>
    <blockquote>Quoted.</blockquote><pre>a\n  b</pre><!--EndFragment-->`,
  );
  expect(blocks.map(({ type, text }) => `${type}: ${text}`)).toEqual([
    "heading: Of ferries",
    "paragraph: Some bold and more, a link, on one line.",
    "paragraph: Another.",
    "list-item: one",
    "list-item: two",
    "list-item: nested",
    "table-row: Year | Riders",
    "table-row: 2025 | 9 thousand",
    "quote: Quoted.",
    "code: a\n  b",
  ]);
  expect(blocks[1]?.marks).toEqual([
    { type: "strong", start: 5, end: 18 },
    { type: "emphasis", start: 10, end: 18 },
    { type: "link", start: 20, end: 26, href: "https://example.com/a" },
  ]);
  expect(blocks[5]).toMatchObject({ ordered: true, depth: 1 });
  expect(blocks[6]).toMatchObject({ table: 1, isHeader: true, cells: [{ end: 4 }, { start: 7, end: 13 }] });
});

test("what a word processor copies says by styles what is bold, and is not all bold", async () => {
  const { blocks } = await fragment(
    `<b style="font-weight:normal" id="docs-internal-guid"><p>Plain, <span style="font-weight:700">bold</span>,
    <span style="font-style:italic">slanted</span>. And so on it goes.</p></b>`,
  );
  expect(blocks[0]?.marks.map(({ type, start, end }) => [type, blocks[0]?.text.slice(start, end)])).toEqual([
    ["strong", "bold"],
    ["emphasis", "slanted"],
  ]);
});

test("nothing that runs, loads or leads astray gets through", async () => {
  const { blocks, setAside } = await fragment(
    `<p onclick="alert(1)">Safe <a href="javascript:alert(1)">words</a>, <a href=" jAvA\tscript:alert(1)">and</a>
    <a href="data:text/html,<script>alert(1)</script>">more</a> of <a href="vbscript:x">them</a>.</p>
    <script>alert(1)</script><style>p { background: url(javascript:alert(1)) }</style>
    <svg><a href="javascript:alert(1)"><text>drawn</text></a><foreignObject><p>inside</p></foreignObject></svg>
    <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></table></mtext></math>
    <iframe srcdoc="<script>alert(1)</script>"></iframe><img src=x onerror=alert(1)>
    <template><p>unseen</p></template><p>&lt;script&gt;alert(1)&lt;/script&gt; is text.</p>`,
  );
  expect(blocks.map(({ text }) => text)).toEqual([
    "Safe words, and more of them.",
    "<script>alert(1)</script> is text.",
  ]);
  expect(blocks.flatMap(({ marks }) => marks)).toEqual([]);
  expect(setAside).toEqual([]);
});

test("what a page hides is set aside as hidden", async () => {
  const { setAside } = await fragment(
    `<p>Shown to everybody who reads this. It stays.</p><p hidden>One</p><p style="color: red; display:none">Two</p>
    <span class="sr-only">Three</span>`,
  );
  expect(setAside).toMatchObject([
    { reason: "hidden", text: "One" },
    { reason: "hidden", text: "Two" },
    { reason: "hidden", text: "Three" },
  ]);
});

test("long prose stays whatever its box is called, with a warning", async () => {
  const long = Array.from({ length: 4 }, (_, n) => prose(n)).join(" ");
  const { blocks, warnings } = await fragment(
    `<p>A first paragraph of words.</p><div class="promo"><p>${long}</p></div>`,
  );
  expect(blocks.at(-1)?.text).toBe(long);
  expect(warnings[0]).toMatch(/^Kept, though the page calls it something else/);
});

test.each([
  ["elements in elements", `${"<div>".repeat(2_000)}words${"</div>".repeat(2_000)}`, "invalid-input"],
  ["elements upon elements", "<b>a</b>".repeat(200_001), "too-large"],
  ["characters", `<p>${"word ".repeat(1_000_000)}</p>`, "too-large"],
  ["nothing but pictures", "<p><img src='a.png'></p>", "invalid-input"],
])("too many %s are refused", async (_, content, code) => {
  await expect(fragment(content)).rejects.toMatchObject({ code });
});

test("whatever HTML comes, it is refused in our words, or its blocks hold words and marks within them", async () => {
  const tags =
    "p div b a li ul ol table tr td th h2 blockquote pre svg math script style form nav br sup template".split(" ");
  const piece = fc.oneof(
    fc.constantFrom(
      ...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag} id=n class="x note" href="#n" hidden`]),
    ),
    fc.constantFrom(
      "words of it ",
      "A sentence stands here. ",
      "<!--",
      "-->",
      "<![CDATA[",
      "&lt;",
      "&#0;",
      "<a href='//x.example/a'>",
      "\u0000",
      '"',
    ),
    fc.string({ maxLength: 8 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), fc.boolean(), async (pieces, isPage) => {
      const content = pieces.join("");
      const result = await importArticle({ kind: isPage ? "html" : "rich-text", content }).catch(
        (error: unknown) => error,
      );
      if (result instanceof Error) {
        expect(result).toBeInstanceOf(AppError);
        return;
      }
      for (const { text, marks } of (result as Awaited<ReturnType<typeof importArticle>>).blocks) {
        expect(text.trim()).not.toBe("");
        for (const mark of marks) {
          expect(mark.start).toBeGreaterThanOrEqual(0);
          expect(mark.end).toBeGreaterThan(mark.start);
          expect(mark.end).toBeLessThanOrEqual(text.length);
          if (mark.type === "link") expect(mark.href).toMatch(/^(?:https?:|mailto:)/);
        }
      }
    }),
    { numRuns: 300 },
  );
});
